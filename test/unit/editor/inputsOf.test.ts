import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { besideMain } from '../../../src/editor/besideMain';
import { inputsOf } from '../../../src/editor/inputsOf';
import type { Material } from '../../../src/editor/material';
import type { Task } from '../../../src/shared/task';

const material = (...parts: string[]): Material => ({
	kind: 'text',
	input: { text: parts.join('\n'), parts },
});

describe('what several selections are to a task', () => {
	for (const [task, parts, expected] of [
		['feature-extraction', ['a\nb'], { text: 'a\nb', inputs: {} }],
		['feature-extraction', ['a', 'b\nc', 'd'], { text: 'a', inputs: { more: ['b\nc', 'd'] } }],
		['summarization', ['a', 'b'], { text: 'a\nb', inputs: {} }],
		['sentence-similarity', ['a', 'b'], { text: 'a\nb', inputs: { sentences: ['a', 'b'] } }],
	] as const satisfies ReadonlyArray<readonly [Task, readonly string[], object]>) {
		it(`${task}: ${JSON.stringify(parts)}`, () =>
			assert.deepEqual(inputsOf(task, material(...parts)), expected));
	}

	it('is not remembered with what is asked beside it', () => {
		assert.deepEqual(besideMain('feature-extraction', { inputs: { more: ['b'] } }), {});
		assert.deepEqual(besideMain('zero-shot-classification', { inputs: { labels: ['b'] } }), {
			labels: ['b'],
		});
	});
});
