import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { askedViews } from '../../../src/results/askedViews';

describe('what was asked beside the input', () => {
	it('is a question, labels or a prompt, by its title', () => {
		assert.deepEqual(askedViews({ task: 'question-answering', inputs: { question: 'Who?' } }), [
			{ title: 'Question', text: 'Who?' },
		]);
		assert.deepEqual(askedViews({ task: 'zero-shot-classification', inputs: { labels: ['a', 'b'] } }), [
			{ title: 'Labels', text: 'a, b' },
		]);
		const image = { uri: 'file:///a.png', name: 'a.png', mimeType: 'image/png' };
		assert.deepEqual(askedViews({ task: 'image-to-image', inputs: { image, prompt: 'night' } }), [
			{ title: 'Prompt', text: 'night' },
		]);
	});

	it('is nothing where there is but the input, and short where it is long', () => {
		assert.deepEqual(askedViews({ task: 'summarization' }), []);
		const [question] = askedViews({ task: 'question-answering', inputs: { question: '😀'.repeat(400) } });
		assert.equal([...(question?.text ?? '')].length, 300);
	});
});
