import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { chooseInput, LONGEST_INPUT } from '../../../src/editor/chooseInput';

/** The state of a document written with its selections in `[` `]` and its cursor at `|`. */
function written(marked: string) {
	const selections: Array<{ start: number; end: number }> = [];
	let text = '';
	let cursor = 0;
	let start = 0;
	for (const piece of marked.split(/([[\]|])/)) {
		if (piece === '[') {
			start = text.length;
		} else if (piece === ']') {
			selections.push({ start, end: text.length });
		} else if (piece === '|') {
			cursor = text.length;
		} else {
			text += piece;
		}
	}
	return { fileName: 'a.ts', text, selections, cursor };
}

function assertOffers(marked: string, ...expected: string[]): void {
	const choice = chooseInput(written(marked));
	const passages =
		choice.type === 'ask' ? choice.passages : choice.type === 'use' ? [choice.passage] : [choice.why];
	assert.deepEqual(
		passages.map(one => (typeof one === 'string' ? one : `${one.kind}: ${one.text}`)),
		expected,
	);
}

describe('the input of a run', () => {
	it('is the selection', () => {
		assertOffers('one [two] three', 'selection: two');
		assertOffers('one\n[ two\n]three', 'selection:  two\n');
	});

	it('is all selections in the order of the document', () => {
		const state = written('[one] two [three]');
		const choice = chooseInput({ ...state, selections: [...state.selections].reverse() });
		assert.deepEqual(choice, {
			type: 'use',
			passage: {
				kind: 'selection',
				text: 'one\nthree',
				parts: ['one', 'three'],
				start: 0,
				end: 13,
				joined: true,
			},
		});
	});

	it('is asked for when nothing, or nothing but blanks, is selected', () => {
		assertOffers('one\n\ntw|o', 'paragraph: two', 'file: one\n\ntwo');
		assertOffers('one\n[\n]tw|o', 'paragraph: two', 'file: one\n\ntwo');
		assertOffers('one\n\ntw[]|o', 'paragraph: two', 'file: one\n\ntwo');
	});

	it('can be the paragraph that the cursor is in', () => {
		assertOffers('a\nb|\nc\n\nd', 'paragraph: a\nb\nc', 'file: a\nb\nc\n\nd');
		assertOffers('a\n \t\n|  b\n  c\n\n', 'paragraph:   b\n  c', 'file: a\n \t\n  b\n  c\n\n');
		assertOffers('a\r\n\r\nb|\r\nc', 'paragraph: b\r\nc', 'file: a\r\n\r\nb\r\nc');
	});

	it('is the paragraph above the cursor on a blank line, or else the one below', () => {
		assertOffers('a\n\n|\n\nb', 'paragraph: a', 'file: a\n\n\n\nb');
		assertOffers('|\n\nb\n\nc', 'paragraph: b', 'file: \n\nb\n\nc');
	});

	it('is only the whole file when that is one paragraph', () => {
		assertOffers('\na|\nb\n', 'file: \na\nb\n');
	});

	it('is refused for a blank file', () => {
		assertOffers(' \n\t|\n', 'a.ts is blank. Write or open some text first.');
		assertOffers('', 'a.ts is blank. Write or open some text first.');
	});

	it('is refused when it is too long, and a file that is too long still has paragraphs', () => {
		const long = 'x'.repeat(LONGEST_INPUT + 1);
		assertOffers(`[${long}]`, 'The selection is larger than 1 MB. Select less text.');
		assertOffers(long, 'a.ts is larger than 1 MB. Select the part to run on.');
		assertOffers(`a|\n\n${long}`, 'paragraph: a');
		assertOffers(`[${'x'.repeat(LONGEST_INPUT)}]`, `selection: ${'x'.repeat(LONGEST_INPUT)}`);
		// Three bytes each: the limit is one of bytes.
		assertOffers(`[${'€'.repeat(400_000)}]`, 'The selection is larger than 1 MB. Select less text.');
	});

	it('is always the text at its own offsets, unless selections were joined', () => {
		const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r\n', '\t', 'é', '😀'), maxLength: 40 });
		fc.assert(
			fc.property(text, fc.nat(60), fc.nat(60), (text, cursor, other) => {
				const at = Math.min(cursor, text.length);
				const [start, end] = [at, Math.min(other, text.length)].sort((a, b) => a - b) as [number, number];
				const choice = chooseInput({ fileName: 'a', text, selections: [{ start, end }], cursor: at });
				const passages =
					choice.type === 'ask' ? choice.passages : choice.type === 'use' ? [choice.passage] : [];
				assert.equal(passages.length === 0, text.trim() === '');
				for (const passage of passages) {
					assert.equal(passage.text, text.slice(passage.start, passage.end));
					assert.notEqual(passage.text.trim(), '');
				}
			}),
		);
	});
});
