import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { gridStep, type GridPlace } from '../../../src/webview/gridStep';
import { heatStep } from '../../../src/webview/heatStep';

describe('gridStep', () => {
	for (const [key, ctrlKey, from, to] of [
		['ArrowDown', false, [0, 1], [1, 1]],
		['ArrowDown', false, [2, 1], [2, 1]],
		['ArrowUp', false, [1, 1], [0, 1]],
		['ArrowUp', false, [0, 1], [0, 1]],
		['ArrowRight', false, [1, 1], [1, 2]],
		['ArrowRight', false, [1, 2], [1, 2]],
		['ArrowLeft', false, [1, 1], [1, 0]],
		['ArrowLeft', false, [1, 0], [1, 0]],
		['Home', false, [1, 2], [1, 0]],
		['End', false, [1, 0], [1, 2]],
		['Home', true, [1, 2], [0, 0]],
		['End', true, [0, 0], [2, 2]],
		['Tab', false, [0, 0], undefined],
		['a', false, [0, 0], undefined],
	] as const satisfies ReadonlyArray<readonly [string, boolean, GridPlace, GridPlace | undefined]>) {
		it(`leads from ${from.join()} by ${ctrlKey ? 'Control and ' : ''}${key} to ${to?.join() ?? 'nowhere'}`, () =>
			assert.deepEqual(gridStep({ key, ctrlKey }, from, 3), to));
	}
});

describe('heatStep', () => {
	for (const [score, low, high, step] of [
		[0, 0, 1, 0],
		[1, 0, 1, 10],
		[-0.5, 0, 1, 0],
		[1.2, 0, 1, 10],
		[0.75, 0.5, 1, 5],
		[1, 1, 1, 10],
		[NaN, 0, 1, 0],
	] as const) {
		it(`is ${step} for ${score} between ${low} and ${high}`, () =>
			assert.equal(heatStep(score, low, high), step));
	}
});
