import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Candidate } from '../../../src/results/candidates';
import { fitted, isSameText, withAnswer } from '../../../src/results/replacement';

const code = (text: string): Candidate => ({ kind: 'code', text, language: '' });
const prose = (text: string): Candidate => ({ kind: 'answer', text, language: '' });

describe('an answer in the place of its input', () => {
	for (const [name, candidate, input, expected] of [
		['stays as it is', code('b'), 'a', 'b'],
		['ends as the input does', code('b'), 'a\n', 'b\n'],
		['ends as the input does, with its kind of breaks', code('b\n\n'), 'a\r\n', 'b\r\n'],
		['loses breaks that the input does not have', prose('\n\nb\n'), 'a', 'b'],
		['begins as the input does', code('b'), '\n\na', '\n\nb'],
		['is indented like the input', code('if b:\n\n    c'), '    a\n\n      x\n', '    if b:\n\n        c\n'],
		['keeps an indentation of its own', code('\tb\n\tc'), '    a', '\tb\n\tc'],
		['is not indented where the selection began after the indentation', code('b\nc'), 'a\n    x', 'b\nc'],
		['is not indented when it is prose', prose('b'), '    a', 'b'],
		['of nothing but breaks keeps them once', code('b'), '\n\n', '\n\nb'],
	] as const) {
		it(name, () => assert.equal(fitted(candidate, input), expected));
	}

	it('changes nothing when it is the input itself', () => {
		const text = fc.string({ unit: fc.constantFrom('a', ' ', '\t', '\n', '\r\n'), maxLength: 20 });
		fc.assert(
			fc.property(text, text => {
				fc.pre(text.trim() !== '');
				assert.equal(fitted(code(text), text), text);
			}),
		);
	});
});

describe('whether the document still has the input', () => {
	for (const [one, other, expected] of [
		['a\nb', 'a\nb', true],
		['a\r\nb', 'a\nb', true],
		['a\nb', 'a\nb\n', false],
		['a', 'A', false],
	] as const) {
		it(`${JSON.stringify(one)} and ${JSON.stringify(other)} are ${expected ? 'the same' : 'different'}`, () =>
			assert.equal(isSameText(one, other), expected));
	}
});

describe('the document with the answer put in', () => {
	for (const [name, document, range, expected] of [
		['has it where the input was', 'a INPUT b', { start: 2, end: 7 }, 'a NEW b'],
		['has it where the input has moved to', 'more a INPUT b', { start: 2, end: 7 }, 'more a NEW b'],
		['has it at the old place when the input is gone', 'a CHANGED b', { start: 2, end: 9 }, 'a NEW b'],
		[
			'has it at the old place when the input is there twice',
			'INPUT INPUT',
			{ start: 6, end: 11 },
			'INPUT NEW',
		],
	] as const) {
		it(name, () => assert.equal(withAnswer(document, 'INPUT', range, 'NEW'), expected));
	}
});
