import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countTokens, splitTokens } from '../../hub/inference/tokens';
import { answerQuestion } from '../../hub/models/answerQuestion';
import { CLASSIFIERS, classify } from '../../hub/models/classify';
import { cosine, embed } from '../../hub/models/embed';
import { fillMask } from '../../hub/models/fillMask';
import { continueText } from '../../hub/models/ngrams';
import { recognizeEntities } from '../../hub/models/recognizeEntities';
import { summarize } from '../../hub/models/summarize';
import { sentences, words } from '../../hub/models/text';
import { readLanguage, translate } from '../../hub/models/translate';
import { zeroShot } from '../../hub/models/zeroShot';

/** Texts of words, names, marks and anything else. */
const text = fc
	.array(
		fc.oneof(
			fc.constantFrom('Ada', 'London', 'the', 'cat', 'is', 'Acme Corp', 'Dr.', 'of', '.', ',', '\n'),
			fc.string({ unit: 'grapheme' }),
		),
	)
	.map(parts => parts.join(' '));

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('The text models of the loopback Hub', () => {
	it('cut any text into tokens that make it up again', () => {
		fc.assert(fc.property(text, source => assert.equal(splitTokens(source).join(''), source)));
		assert.equal(countTokens('Hello world'), 2);
	});

	it('find words and sentences where they stand', () => {
		fc.assert(
			fc.property(text, source => {
				for (const found of [...words(source), ...sentences(source)]) {
					assert.equal(source.slice(found.start, found.end), found.text);
				}
			}),
		);
		assert.deepEqual(
			sentences('Dr. No came. Did he? It cost 3.50… Yes').map(sentence => sentence.text),
			['Dr. No came.', 'Did he?', 'It cost 3.50… Yes'],
		);
	});

	it('summarize with sentences of the text, in their order, within the limits', () => {
		fc.assert(
			fc.property(text, fc.integer({ min: 1, max: 4 }), (source, maxSentences) => {
				const summary = summarize(source, { maxSentences, maxWords: 20 });
				const all = sentences(source).map(sentence => sentence.text);
				assert.ok(all.length === 0 ? summary === '' : summary.length > 0);
				let from = 0;
				for (const sentence of all) {
					if (summary.startsWith(sentence, from)) {
						from += sentence.length + 1;
					}
				}
				assert.ok(from >= summary.length, `${JSON.stringify(summary)} is not made of ${JSON.stringify(all)}`);
			}),
		);
		const source = 'Rivers carry water. Rivers shape valleys, and rivers feed the sea. My hat is red.';
		assert.equal(
			summarize(source, { maxSentences: 2, maxWords: 40 }),
			'Rivers carry water. Rivers shape valleys, and rivers feed the sea.',
		);
	});

	it('translate by the list, both ways, and name what the list lacks', () => {
		assert.deepEqual(translate('The house is small', 'en', 'de'), {
			text: 'Der Haus ist klein',
			unknown: [],
		});
		assert.deepEqual(translate('la casa', 'es', 'en'), { text: 'la house', unknown: ['la'] });
		assert.deepEqual(translate('merci, monde', 'fr', 'en'), { text: 'thanks, world', unknown: [] });
		assert.deepEqual(['fra_Latn', 'de_DE', 'Spanish', 'eng_Latn', 'zh'].map(readLanguage), [
			'fr',
			'de',
			'es',
			'en',
			undefined,
		]);
		fc.assert(
			fc.property(fc.stringMatching(/^[\d .,!?-]*$/), source =>
				assert.deepEqual(translate(source, 'en', 'fr'), { text: source, unknown: [] }),
			),
		);
	});

	it('score every label between 0 and 1, the best first, together 1', () => {
		fc.assert(
			fc.property(text, fc.constantFrom(...Object.values(CLASSIFIERS)), (source, lexicons) => {
				const scores = classify(source, lexicons).map(({ score }) => score);
				assert.equal(scores.length, lexicons.length);
				assert.ok(Math.abs(sum(scores) - 1) < 1e-9);
				assert.ok(scores.every((score, i) => score >= 0 && score <= (scores[i - 1] ?? 1)));
			}),
		);
	});

	const moods: ReadonlyArray<readonly [string, string]> = [
		['This is excellent work', 'POSITIVE'],
		['It crashes and I hate it', 'NEGATIVE'],
		['That was not good', 'NEGATIVE'],
		['Not bad at all', 'POSITIVE'],
		['It never fails, and the team is happy', 'POSITIVE'],
		['Hardly a problem but ugly and unreliable', 'NEGATIVE'],
	];
	for (const [source, label] of moods) {
		it(`read “${source}” as ${label}`, () => {
			assert.equal(classify(source, CLASSIFIERS.sentiment)[0]?.label, label);
		});
	}

	it('find names where they stand, none of them over another', () => {
		fc.assert(
			fc.property(text, source => {
				let end = 0;
				for (const entity of recognizeEntities(source)) {
					assert.equal(source.slice(entity.start, entity.end), entity.word);
					assert.ok(entity.start >= end && entity.end > entity.start);
					assert.ok(entity.score > 0 && entity.score <= 1);
					end = entity.end;
				}
			}),
		);
	});

	const named: ReadonlyArray<readonly [string, readonly string[]]> = [
		['My name is Clara and I live in Berkeley.', ['PER Clara', 'LOC Berkeley']],
		['The University of Oxford hired Prof. Ada Byron.', ['ORG University of Oxford', 'PER Ada Byron']],
		[
			'Hugging Face Inc has offices in New York and Paris.',
			['ORG Hugging Face Inc', 'LOC New York', 'LOC Paris'],
		],
		['On Monday NASA and ESA met in the Alps.', ['ORG NASA', 'ORG ESA', 'MISC Alps']],
		['Nothing is named here. Yet.', []],
	];
	for (const [source, expected] of named) {
		it(`find ${expected.join(', ') || 'nothing'} in “${source}”`, () => {
			const found = recognizeEntities(source).map(({ entity_group: group, word }) => `${group} ${word}`);
			assert.deepEqual(found, expected);
		});
	}

	it('answer a question with a stretch of the context', () => {
		fc.assert(
			fc.property(text, text, (question, context) => {
				const { answer, start, end, score } = answerQuestion(question, context);
				assert.equal(context.slice(start, end), answer);
				assert.ok(score >= 0 && score <= 1);
			}),
		);
	});

	it('embed a text as a vector of length 1, near to what is like it', () => {
		fc.assert(
			fc.property(text, source => {
				const vector = embed(source);
				const length = Math.hypot(...vector);
				assert.ok(length === 0 || Math.abs(length - 1) < 1e-9);
			}),
		);
		const near = cosine(embed('reading books in the garden'), embed('he reads a book'));
		const far = cosine(embed('reading books in the garden'), embed('the engine needs oil'));
		assert.ok(near > far);
	});

	it('score labels that they have never seen', () => {
		const labels = ['urgent', 'food', 'travel'];
		assert.equal(zeroShot('We had bread and soup for dinner', labels, false)[0]?.label, 'food');
		const many = zeroShot('The flight is delayed and we need help immediately', labels, true);
		assert.ok(many.filter(({ score }) => score > 0.5).length === 2);
	});

	it('fill a mask by what stands around it, or with one of the targets', () => {
		assert.equal(fillMask('The cat sat on the <mask>.', 1)?.[0]?.token_str, 'mat');
		assert.deepEqual(
			fillMask('The cat sat on the [MASK].', 5, ['moon', 'mat'])?.map(filling => filling.token_str),
			['mat', 'moon'],
		);
		assert.equal(fillMask('no mask', 5), undefined);
	});

	it('go on from a prompt, always the same way, with as many pieces as were asked for', () => {
		fc.assert(
			fc.property(text, fc.integer({ min: 0, max: 60 }), (prompt, length) => {
				const written = continueText(prompt, length);
				assert.equal(continueText(prompt, length), written);
				assert.equal((written.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[.,!?;:]/gu) ?? []).length, length);
			}),
		);
		assert.notEqual(continueText('The cat', 10), continueText('The server', 10));
	});
});
