import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { RunRequest } from '../../../src/inference/runRequest';
import { asAskedOf } from '../../../src/editor/asAskedOf';

const TRANSLATE: RunRequest = {
	task: 'translation',
	model: 'facebook/nllb-200-distilled-600M',
	provider: 'hf-inference',
	unlisted: true,
	text: 'Good morning',
	parameters: { src_lang: 'eng_Latn', tgt_lang: 'deu_Latn' },
};

describe('a request as it is asked of another model', () => {
	const rows: ReadonlyArray<readonly [model: string, parameters: object]> = [
		['facebook/mbart-large-50-many-to-many-mmt', { src_lang: 'en_XX', tgt_lang: 'de_DE' }],
		['facebook/m2m100_418M', { src_lang: 'en', tgt_lang: 'de' }],
		['Helsinki-NLP/opus-mt-en-de', {}],
	];
	for (const [model, parameters] of rows) {
		it(`tells ${model} the languages as it spells them`, () =>
			assert.deepEqual(asAskedOf(TRANSLATE, { model, provider: 'hf-inference' }), {
				task: 'translation',
				model,
				provider: 'hf-inference',
				text: 'Good morning',
				parameters,
			}));
	}

	it('is otherwise the same', () => {
		const chat: RunRequest = { task: 'conversational', model: 'a/b', text: 'x', parameters: { seed: 1 } };
		assert.deepEqual(asAskedOf(chat, { model: 'c/d', provider: 'groq' }), {
			...chat,
			model: 'c/d',
			provider: 'groq',
		});
	});
});
