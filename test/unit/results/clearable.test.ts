import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { clearable } from '../../../src/results/clearable';
import { EXPLAIN, METRICS } from './requests';
import { TestWindow } from './testWindow';

const ended = (id: string, parent?: string) => ({ id, parent, isRunning: false });
const running = (id: string, parent?: string) => ({ id, parent, isRunning: true });

describe('what can be cleared of the history', () => {
	for (const [name, runs, expected] of [
		['nothing of an empty one', [], []],
		['all that has ended', [ended('b', 'a'), ended('a')], ['b', 'a']],
		['not what goes on', [running('b'), ended('a')], ['a']],
		['not what a running one hangs on', [running('c', 'b'), ended('b', 'a'), ended('a'), ended('x')], ['x']],
		['other branches of that', [running('c', 'a'), ended('b', 'a'), ended('a')], ['b']],
	] as const) {
		it(name, () =>
			assert.deepEqual(
				clearable(runs).map(({ id }) => id),
				expected,
			),
		);
	}

	describe('in a window', () => {
		let window: TestWindow;

		beforeEach(async () => {
			window = await TestWindow.open();
		});

		afterEach(() => window.close());

		it('is removed without stopping an answer that is given', async () => {
			for (const parent of [undefined, 'first']) {
				const first = window.runs.all[0];
				const ending = window.runs.start(EXPLAIN, parent && first ? { parent: first.id } : {});
				await window.inference.last.say({ type: 'finished', reason: 'stop', metrics: METRICS });
				await ending;
			}
			const [second, first] = window.runs.all;
			assert.ok(second && first);
			void window.runs.start(EXPLAIN, { parent: first.id });
			const [third] = window.runs.all;
			const gone = clearable(window.runs.all);
			assert.deepEqual(gone, [second]);
			await window.runs.remove(...gone.map(({ id }) => id));
			assert.deepEqual(window.runs.all, [third, first]);
			assert.equal(window.inference.last.signal.aborted, false);
		});
	});
});
