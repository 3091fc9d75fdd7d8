import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { maskAccessTokens } from '../../../src/util/maskAccessTokens';
import { type AskedPassage, placeInSource } from '../../../src/results/placeInSource';

const DOCUMENT = 'one\ntwo\nthree\n';
const TOKEN = `hf_${'a'.repeat(34)}`;

function assertPlace(asked: Partial<AskedPassage>, expected: string | undefined): void {
	const passage = {
		document: DOCUMENT,
		text: 'two',
		range: { start: 0, end: 0 },
		isInexact: false,
		selected: [],
	};
	const whole = { ...passage, ...asked };
	const place = placeInSource(whole);
	assert.equal(place && whole.document.slice(place.start, place.end), expected);
}

/** The first and the third line, as one text. */
const JOINED = { text: 'one\n\nthree', range: { start: 0, end: 13 }, isInexact: true };

describe('what an answer replaces in the document that was asked about', () => {
	it('is what was sent, wherever it is now', () => assertPlace({}, 'two'));

	it('is what stands in its place, where it was changed', () =>
		assertPlace({ text: 'gone', range: { start: 4, end: 7 } }, 'two'));

	it('is nothing of what stands between several selections', () => {
		assertPlace(JOINED, undefined);
		assertPlace(
			{
				...JOINED,
				selected: [
					{ start: 0, end: 3 },
					{ start: 8, end: 13 },
				],
			},
			undefined,
		);
		assertPlace({ ...JOINED, selected: [{ start: 5, end: 5 }] }, undefined);
	});

	it('is what is selected now, where there were several', () =>
		assertPlace({ ...JOINED, selected: [{ start: 8, end: 13 }] }, 'three'));

	it('is all of several selections that are one piece', () =>
		assertPlace({ text: 'one\ntwo', range: { start: 0, end: 7 }, isInexact: true }, 'one\ntwo'));

	it('is the passage that was sent without its access token', () => {
		const passage = `key = '${TOKEN}'`;
		const range = { start: 4, end: 4 + passage.length };
		const document = `one\n${passage}\ntwo\n`;
		const text = maskAccessTokens(passage);
		assert.notEqual(text, passage);
		assertPlace({ document, text, range, isInexact: true }, passage);
	});
});
