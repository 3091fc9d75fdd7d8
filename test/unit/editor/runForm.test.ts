import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { runForm } from '../../../src/editor/runForm';
import type { Task } from '../../../src/shared/task';

describe('what a form says of the run that it is for', () => {
	const asked = (task: Task) =>
		runForm({
			task,
			model: 'o/m',
			text: 'a text',
			inputs: {},
			parameters: {},
			options: {},
			// As many tokens as there are labels, so that it is seen what was read.
			estimate: async ({ text, inputs: { labels } }) =>
				text === 'a text' && Array.isArray(labels)
					? { promptTokens: labels.length, isCounted: true }
					: undefined,
		});

	for (const [task, isTold] of [
		['zero-shot-classification', true],
		['question-answering', true],
		['conversational', true],
		['visual-question-answering', false],
		['text-to-image', false],
		['table-question-answering', false],
	] as const) {
		it(`is ${isTold ? 'told' : 'nothing'} of ${task}, as the task’s table has it`, () =>
			assert.equal(asked(task).estimate !== undefined, isTold));
	}

	for (const [name, inputs, promptTokens] of [
		['all that is in it', { text: 'a text', labels: ['a', 'b'] }, 2],
		['nothing where an input is missing', { text: 'a text', labels: [] }, undefined],
	] as const) {
		it(`is of ${name}`, async () => {
			const estimate = await asked('zero-shot-classification').estimate?.({
				inputs,
				parameters: {},
				files: {},
			});
			assert.equal(estimate?.promptTokens, promptTokens);
		});
	}
});
