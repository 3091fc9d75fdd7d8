import assert from 'node:assert/strict';
import { collect } from './collect';
import { runningHub } from './runningHub';

describe('Tasks of the loopback router, called by the unmodified client', () => {
	const running = runningHub();
	const provider = 'hf-inference';

	it('summarization', async () => {
		const inputs =
			'The lighthouse stands on the cliff. The lighthouse was built in 1820 to guide ships past the cliff. Birds nest nearby. Tourists visit in summer. The lighthouse still guides ships at night.';
		const { summary_text: summary } = await running
			.inference('read')
			.summarization({ provider, model: 'facebook/bart-large-cnn', inputs });
		assert.ok(summary.length < inputs.length);
		for (const sentence of summary.split(/(?<=\.)\s/)) {
			assert.ok(inputs.includes(sentence), sentence);
		}
		assert.match(summary, /lighthouse/);
	});

	it('translation, by the model’s languages and by the parameters', async () => {
		const client = running.inference('read');
		const french = await client.translation({
			provider,
			model: 'Helsinki-NLP/opus-mt-en-fr',
			inputs: 'The black cat eats xylophones.',
		});
		assert.deepEqual(french, {
			translation_text: 'Le noir chat manger xylophones. [not in the word list: xylophones]',
		});
		const german = await client.translation({
			provider,
			model: 'facebook/nllb-200-distilled-600M',
			inputs: 'Good morning',
			parameters: { src_lang: 'eng_Latn', tgt_lang: 'deu_Latn' },
		});
		assert.deepEqual(german, { translation_text: 'Gut Morgen' });
		const back = await client.translation({
			provider,
			model: 'Helsinki-NLP/opus-mt-fr-en',
			inputs: 'bonjour monde',
		});
		assert.deepEqual(back, { translation_text: 'hello world' });
	});

	it('text classification, with the labels of the model', async () => {
		const client = running.inference('read');
		const model = 'distilbert/distilbert-base-uncased-finetuned-sst-2-english';
		const good = await client.textClassification({ provider, model, inputs: 'I love this wonderful book' });
		assert.equal(good[0]?.label, 'POSITIVE');
		assert.ok(good[0].score > 0.9);
		const bad = await client.textClassification({ provider, model, inputs: 'This is not good, it crashes' });
		assert.equal(bad[0]?.label, 'NEGATIVE');
		const mood = await client.textClassification({
			provider,
			model: 'j-hartmann/emotion-english-distilroberta-base',
			inputs: 'I am so scared and worried',
			parameters: { top_k: 3 },
		});
		assert.equal(mood[0]?.label, 'fear');
		assert.equal(mood.length, 3);
	});

	it('token classification, with offsets into the text', async () => {
		const inputs = 'Yesterday Ada Lovelace met Dr. Byron of Acme Corp in Paris.';
		const entities = await running
			.inference('read')
			.tokenClassification({ provider, model: 'dslim/bert-base-NER', inputs });
		assert.deepEqual(
			entities.map(({ entity_group: group, word }) => [group, word]),
			[
				['PER', 'Ada Lovelace'],
				['PER', 'Byron'],
				['ORG', 'Acme Corp'],
				['LOC', 'Paris'],
			],
		);
		for (const { word, start, end } of entities) {
			assert.equal(inputs.slice(start, end), word);
		}
	});

	it('counts offsets in code points, as services written in Python do', async () => {
		const inputs = '🤗🤗 Ada lives in Paris.';
		const client = running.inference('read');
		const entities = await client.tokenClassification({ provider, model: 'dslim/bert-base-NER', inputs });
		assert.deepEqual(
			entities.map(({ word, start, end }) => [word, [...inputs].slice(start, end).join('')]),
			[
				['Ada', 'Ada'],
				['Paris', 'Paris'],
			],
		);
		const answer = await client.questionAnswering({
			provider,
			model: 'deepset/roberta-base-squad2',
			inputs: { question: 'Where does Ada live?', context: inputs },
		});
		assert.equal([...inputs].slice(answer.start, answer.end).join(''), 'Paris');
	});

	it('zero-shot classification', async () => {
		const labels = await running.inference('read').zeroShotClassification({
			provider,
			model: 'facebook/bart-large-mnli',
			inputs: 'The parcel never arrived and tracking says nothing',
			parameters: { candidate_labels: ['weather', 'shipping', 'politics'] },
		});
		assert.equal(labels[0]?.label, 'shipping');
		assert.ok(Math.abs(labels.reduce((sum, { score }) => sum + score, 0) - 1) < 1e-9);
	});

	it('fill-mask', async () => {
		const fillings = await running.inference('read').fillMask({
			provider,
			model: 'google-bert/bert-base-uncased',
			inputs: 'Berlin is the [MASK] of Germany.',
		});
		assert.equal(fillings[0]?.token_str, 'capital');
		assert.equal(fillings[0].sequence, 'Berlin is the capital of Germany.');
		assert.equal(fillings.length, 5);
	});

	it('question answering', async () => {
		const context = 'The bridge was opened in 1932 by Jorge Luis. It stands in Sydney and has six lanes.';
		const ask = (question: string) =>
			running
				.inference('read')
				.questionAnswering({ provider, model: 'deepset/roberta-base-squad2', inputs: { question, context } });
		const year = await ask('When was the bridge opened?');
		assert.equal(year.answer, '1932');
		assert.equal(context.slice(year.start, year.end), '1932');
		assert.equal((await ask('Who opened the bridge?')).answer, 'Jorge Luis');
		assert.equal((await ask('Where does it stand?')).answer, 'Sydney');
		assert.equal((await ask('How many lanes does it have?')).answer, 'six lanes');
	});

	it('table question answering', async () => {
		const answer = await running.inference('read').tableQuestionAnswering({
			provider,
			model: 'google/tapas-base-finetuned-wtq',
			inputs: {
				question: 'How many stars does transformers have?',
				table: { Repository: ['transformers', 'datasets'], Stars: ['36542', '4512'] },
			},
		});
		assert.deepEqual(Array.isArray(answer) ? answer[0] : answer, {
			answer: 'COUNT > 36542',
			coordinates: [[0, 1]],
			cells: ['36542'],
			aggregator: 'COUNT',
		});
	});

	it('feature extraction and sentence similarity', async () => {
		const client = running.inference('read');
		const one = await client.featureExtraction({
			provider,
			model: 'BAAI/bge-small-en-v1.5',
			inputs: 'a small cat',
		});
		assert.equal((one as number[]).length, 384);
		const two = await client.featureExtraction({
			provider,
			model: 'BAAI/bge-small-en-v1.5',
			inputs: ['a small cat', 'x'],
		});
		assert.deepEqual((two as number[][])[0], one);
		const scores = await client.sentenceSimilarity({
			provider,
			model: 'sentence-transformers/all-MiniLM-L6-v2',
			inputs: {
				source_sentence: 'the cat sleeps',
				sentences: ['a sleeping cat', 'stock markets fell', 'the cat sleeps'],
			},
		});
		const [near = 0, far = 0, same = 0] = scores;
		assert.ok(near > far && Math.abs(same - 1) < 1e-9);
	});

	it('text generation goes on from the prompt, always the same way', async () => {
		const go = async (inputs: string) => {
			const model = 'openai-community/gpt2';
			const parameters = { max_new_tokens: 12 };
			const answer = await running.inference('read').textGeneration({ provider, model, inputs, parameters });
			return answer.generated_text;
		};
		const text = await go('The weather in Paris');
		assert.match(text, /^is (?:mild|the capital) /);
		assert.equal(await go('The weather in Paris'), text);
		const streamed = await collect(
			running.inference('read').textGenerationStream({
				provider,
				model: 'openai-community/gpt2',
				inputs: 'The weather in Paris',
				parameters: { max_new_tokens: 12 },
			}),
		);
		assert.equal(streamed.map(({ token }) => token.text).join(''), text);
		assert.equal(streamed.at(-1)?.generated_text, text);
		assert.match(await go('The program reads a file, counts the words and prints the number.'), /^[A-Z]/);
	});
});
