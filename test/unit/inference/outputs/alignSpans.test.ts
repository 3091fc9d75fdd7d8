import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { alignSpans, type Entity } from '../../../../src/inference/outputs/alignSpans';

const entity = (word: string, start?: number, end?: number, more: Partial<Entity> = {}): Entity => ({
	label: 'X',
	score: 0.9,
	word,
	...(start !== undefined && end !== undefined && { start, end }),
	...more,
});

function assertMarked(text: string, entities: readonly Entity[], marked: string): void {
	let at = 0;
	let shown = '';
	for (const { start, end } of alignSpans(text, entities)) {
		shown += `${text.slice(at, start)}[${text.slice(start, end)}]`;
		at = end;
	}
	assert.equal(shown + text.slice(at), marked);
}

describe('alignSpans', () => {
	const cases: ReadonlyArray<[what: string, text: string, entities: readonly Entity[], marked: string]> = [
		['right offsets', 'Ada met Bram', [entity('Ada', 0, 3), entity('Bram', 8, 12)], '[Ada] met [Bram]'],
		['code points after an emoji', '🤗🤗 met Bram', [entity('Bram', 7, 11)], '🤗🤗 met [Bram]'],
		['UTF-16 units after an emoji', '🤗🤗 met Bram', [entity('Bram', 9, 13)], '🤗🤗 met [Bram]'],
		['bytes after accents', 'Zoë et Élie', [entity('Élie', 8, 13)], 'Zoë et [Élie]'],
		[
			'bytes at the very beginning',
			'Zoë et Élie',
			[entity('Zoë', 0, 4), entity('Élie', 8, 13)],
			'[Zoë] et [Élie]',
		],
		['no offsets', 'Ada met Bram', [entity('Ada'), entity('Bram')], '[Ada] met [Bram]'],
		['no offsets, the same word twice', 'Ada and Ada', [entity('Ada'), entity('Ada')], '[Ada] and [Ada]'],
		['wrong offsets', 'Ada met Bram', [entity('Bram', 2, 6)], 'Ada met [Bram]'],
		['offsets beyond the end', 'Ada met Bram', [entity('Bram', 90, 94)], 'Ada met [Bram]'],
		['an empty stretch', 'Ada met Bram', [entity('Bram', 8, 8)], 'Ada met [Bram]'],
		['an uncased word', 'Hugging Face', [entity('hugging face', 0, 12)], '[Hugging Face]'],
		['an uncased word without offsets', 'I like ZÜRICH.', [entity('zurich')], 'I like [ZÜRICH].'],
		['blanks that the tokenizer made', 'in New-York now', [entity('new - york')], 'in [New-York] now'],
		['marks of word pieces', 'in Strasbourg', [entity('##bourg')], 'in Stras[bourg]'],
		['marks of SentencePiece', 'in New York', [entity('▁New▁York')], 'in [New York]'],
		['a blank before the word', 'met Bram', [entity(' Bram', 3, 8)], 'met [Bram]'],
		['a word in another word', 'Russia, US', [entity('us')], 'Russia, [US]'],
		['an unknown token with offsets', 'Ada met 北', [entity('[UNK]', 8, 9)], 'Ada met [北]'],
		['an unknown token without offsets', 'Ada met 北', [entity('[UNK]')], 'Ada met 北'],
		['no word but offsets', 'Ada met Bram', [entity('', 8, 12)], 'Ada met [Bram]'],
		['a stretch of blanks', 'Ada   Bram', [entity('', 3, 6)], 'Ada   Bram'],
		[
			'overlaps: the surer one stays',
			'New York Times',
			[entity('New York', 0, 8, { score: 0.6 }), entity('York Times', 4, 14, { score: 0.7 })],
			'New [York Times]',
		],
		[
			'overlaps: the longer one stays among equals',
			'New York Times',
			[entity('New York', 0, 8), entity('New York Times', 0, 14)],
			'[New York Times]',
		],
		[
			'entities out of order',
			'Ada met Bram',
			[entity('Bram', 8, 12), entity('Ada', 0, 3)],
			'[Ada] met [Bram]',
		],
	];
	for (const [what, text, entities, marked] of cases) {
		it(what, () => assertMarked(text, entities, marked));
	}

	const word = fc.constantFrom('Ada', 'Zoë', 'New York', '北京', '🤗', 'ÅSE', 'x1');
	const counts = {
		points: (text: string) => [...text].length,
		units: (text: string) => text.length,
		bytes: (text: string) => Buffer.byteLength(text),
	};

	it('finds every word in place, in whichever of the three units all offsets are counted', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.constantFrom(' ', ', ', ' é ', ' 🤗 '), word), { minLength: 1, maxLength: 8 }),
				fc.constantFrom<keyof typeof counts>('points', 'units', 'bytes'),
				(parts, unit) => {
					const count = counts[unit];
					const expected: Array<{ start: number; end: number }> = [];
					const entities: Entity[] = [];
					let text = '';
					for (const [gap, name] of parts) {
						text += gap;
						entities.push(entity(name, count(text), count(text + name)));
						expected.push({ start: text.length, end: text.length + name.length });
						text += name;
					}
					const found = alignSpans(text, entities).map(({ start, end }) => ({ start, end }));
					assert.deepEqual(found, expected);
				},
			),
		);
	});

	it('never leaves the text, never overlaps, never marks blanks, whatever a server says', () => {
		const any = fc.record(
			{
				label: fc.constant('X'),
				score: fc.double({ min: 0, max: 1, noNaN: true }),
				word: fc.oneof(word, fc.string({ maxLength: 5 })),
				start: fc.integer({ min: -3, max: 40 }),
				end: fc.integer({ min: -3, max: 40 }),
			},
			{ requiredKeys: ['label', 'score', 'word'] },
		);
		const text = fc.array(fc.oneof(word, fc.constantFrom(' ', '\n', 'é')), { maxLength: 10 });
		fc.assert(
			fc.property(text, fc.array(any, { maxLength: 8 }), (pieces, entities) => {
				const whole = pieces.join('');
				let last = 0;
				for (const { start, end } of alignSpans(whole, entities)) {
					assert.ok(start >= last && end > start && end <= whole.length);
					assert.equal(whole.slice(start, end).trim(), whole.slice(start, end));
					last = end;
				}
			}),
			{ numRuns: 1_000 },
		);
	});
});
