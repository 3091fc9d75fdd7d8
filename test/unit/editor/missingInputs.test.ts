import assert from 'node:assert/strict';
import { missingInputs } from '../../../src/editor/missingInputs';

const image = { uri: 'file:///a.png', name: 'a.png', mimeType: 'image/png' };

describe('what a task still has to be given', () => {
	it('is what it cannot do without', () => {
		const given = { text: 'Sarah lives in Paris.', inputs: {} };
		assert.deepEqual(missingInputs('question-answering', given, false), ['question']);
		assert.deepEqual(missingInputs('conversational', { text: '', inputs: {} }, true), []);
	});

	for (const task of ['image-to-image', 'image-to-video'] as const) {
		it(`is the prompt of ${task} where a person can be asked for it`, () => {
			const given = { text: 'a.png', inputs: { image } };
			assert.deepEqual(missingInputs(task, given, true), ['prompt']);
			assert.deepEqual(missingInputs(task, given, false), []);
			const told = { ...given, inputs: { image, prompt: 'make it night' } };
			assert.deepEqual(missingInputs(task, told, true), []);
		});
	}
});
