import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '../../../src/shared/output';
import { segmentSpans } from '../../../src/webview/segmentSpans';

const span = (start: number, end: number, label = 'A'): Span => ({ start, end, label, score: 1 });

/** Each segment as its text, the labels that cover it, and those that end with it. */
function segments(text: string, ...spans: readonly Span[]): string[] {
	return segmentSpans(text, spans).map(({ text: part, spans: covering, ending }) => {
		const labels = (all: readonly Span[]) => all.map(({ label }) => label).join('');
		return `${part}|${labels(covering)}|${labels(ending)}`;
	});
}

describe('segmentSpans', () => {
	it('gives a text without spans whole', () => {
		assert.deepEqual(segments('text'), ['text||']);
		assert.deepEqual(segments(''), []);
	});

	it('cuts at the edges of spans', () => {
		assert.deepEqual(segments('one two', span(4, 7)), ['one ||', 'two|A|A']);
		assert.deepEqual(segments('onetwo', span(0, 3), span(3, 6, 'B')), ['one|A|A', 'two|B|B']);
	});

	it('names the shorter of two spans first', () => {
		assert.deepEqual(segments('abcdef', span(0, 6), span(2, 4, 'B')), ['ab|A|', 'cd|BA|B', 'ef|A|A']);
	});

	it('keeps both of two spans that overlap', () => {
		assert.deepEqual(segments('abcd', span(0, 3), span(1, 4, 'B')), ['a|A|', 'bc|AB|A', 'd|B|B']);
	});

	it('cuts off what reaches outside of the text, and leaves out what is empty', () => {
		assert.deepEqual(segments('ab', span(-3, 1), span(1, 9, 'B'), span(1, 1, 'C'), span(5, 9, 'D')), [
			'a|A|A',
			'b|B|B',
		]);
	});

	it('loses no character and no span', () => {
		const spans = fc.array(
			fc.tuple(fc.nat(30), fc.nat(30)).map(([start, length]) => span(start, start + length)),
		);
		fc.assert(
			fc.property(fc.string({ maxLength: 30 }), spans, (text, all) => {
				const found = segmentSpans(text, all);
				assert.equal(found.map(segment => segment.text).join(''), text);
				const inside = all.filter(({ start, end }) => start < Math.min(end, text.length));
				assert.equal(found.flatMap(({ ending }) => ending).length, inside.length);
			}),
		);
	});
});
