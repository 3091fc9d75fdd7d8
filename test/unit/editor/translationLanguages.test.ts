import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
	languageOptions,
	languagePair,
	languageParameters,
	needsLanguages,
} from '../../../src/editor/translationLanguages';

const ENGLISH_TO_FRENCH = { from: 'en', to: 'fr' };

describe('the languages of a translation', () => {
	for (const [model, parameters] of [
		['facebook/nllb-200-distilled-600M', { src_lang: 'eng_Latn', tgt_lang: 'fra_Latn' }],
		['facebook/mbart-large-50-many-to-many-mmt', { src_lang: 'en_XX', tgt_lang: 'fr_XX' }],
		['facebook/m2m100_418M', { src_lang: 'en', tgt_lang: 'fr' }],
		['Helsinki-NLP/opus-mt-en-fr', {}],
		['google-t5/t5-base', {}],
	] as const) {
		it(`are ${JSON.stringify(parameters)} for ${model}`, () => {
			assert.equal(needsLanguages(model), Object.keys(parameters).length > 0);
			assert.deepEqual(languageParameters(model, ENGLISH_TO_FRENCH), parameters);
		});
	}

	it('are not told when one is not known', () =>
		assert.deepEqual(languageParameters('facebook/nllb-200-3.3B', { from: 'xx', to: 'fr' }), {}));

	it('are each on offer once, in the order of their names', () => {
		const options = languageOptions('facebook/nllb-200-3.3B');
		const names = options.map(({ label }) => label);
		assert.deepEqual(names, [...new Set(names)].sort());
		assert.equal(new Set(options.map(({ value }) => value)).size, names.length);
		assert.deepEqual(languageOptions('Helsinki-NLP/opus-mt-en-fr'), []);
	});

	it('are known again from what a model was told', () => {
		const model = 'facebook/nllb-200-3.3B';
		assert.deepEqual(languagePair(model, languageParameters(model, ENGLISH_TO_FRENCH)), ENGLISH_TO_FRENCH);
		assert.equal(languagePair(model, { src_lang: 'eng_Latn' }), undefined);
		assert.equal(languagePair('google-t5/t5-base', { src_lang: 'en', tgt_lang: 'fr' }), undefined);
	});
});
