import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { costEstimate } from '../../../src/inference/costEstimate';
import { Estimates } from '../../../src/inference/estimates';
import { estimateTokens } from '../../../src/inference/estimateTokens';
import type { RunRequest } from '../../../src/inference/runRequest';
import { hubCache, tokenCounter } from '../../../src/inference/tokenCounter';

const REQUEST = { task: 'conversational', model: 'o/m', text: 'one two three' } as const;
const PICTURE = { kind: 'image', name: 'a.png', mediaType: 'image/png', data: 'AAAA' } as const;
const KNOWN = { id: 'o/m', providers: [{ provider: 'groq', pricing: { input: 1, output: 2 } }] };

describe('estimates', () => {
	let cache: string;

	/** Puts a model's tokenizer into the cache. */
	async function put(name: string): Promise<void> {
		const snapshot = join(cache, `models--o--${name}`, 'snapshots', 'abc');
		await mkdir(snapshot, { recursive: true });
		const tokenizer = {
			version: '1.0',
			added_tokens: [],
			normalizer: null,
			pre_tokenizer: { type: 'Whitespace' },
			post_processor: null,
			decoder: null,
			model: { type: 'WordLevel', vocab: { '[UNK]': 0, one: 1, two: 2, three: 3 }, unk_token: '[UNK]' },
		};
		await writeFile(join(snapshot, 'tokenizer.json'), JSON.stringify(tokenizer));
		await writeFile(join(snapshot, 'tokenizer_config.json'), '{"unk_token": "[UNK]"}');
	}

	before(async () => {
		cache = await mkdtemp(join(tmpdir(), 'hf-workbench-cache-'));
		await put('m');
	});
	after(() => rm(cache, { recursive: true, force: true }));

	it('are about four characters a token, and one where words have no spaces', () => {
		assert.equal(estimateTokens('x'.repeat(40)), 10);
		assert.equal(estimateTokens('潮汐'), 2);
		assert.equal(estimateTokens(''), 0);
	});

	it('are counts where the model’s own tokenizer is in the cache', async () => {
		const count = await tokenCounter(cache, 'o/m');
		assert.equal(count?.('one two three'), 3);
		assert.equal(await tokenCounter(cache, 'o/other'), undefined);
		assert.deepEqual(costEstimate(REQUEST, { policy: 'groq', model: KNOWN, count }), {
			promptTokens: 7,
			isCounted: true,
			cost: (7 + 500 * 2) / 1_000_000,
		});
	});

	for (const [what, request] of [
		['goes along', { attachments: [PICTURE] }],
		['was shown before', { earlier: [{ question: { text: 'one', attachments: [PICTURE] }, answer: 'two' }] }],
	] as const) {
		it(`are no counts where a picture ${what}, whatever is at hand`, async () => {
			const count = await tokenCounter(cache, 'o/m');
			const known = { policy: 'groq', model: KNOWN, count };
			assert.equal(costEstimate({ ...REQUEST, ...request }, known)?.isCounted, false);
		});
	}

	it('are of what has come of an answer, where that is known', async () => {
		const count = await tokenCounter(cache, 'o/m');
		assert.deepEqual(costEstimate(REQUEST, { policy: 'groq', model: KNOWN, count }, 'one two'), {
			promptTokens: 7,
			answerTokens: 2,
			isCounted: true,
			cost: (7 + 2 * 2) / 1_000_000,
		});
		const begun = costEstimate(REQUEST, { policy: 'groq', model: KNOWN, count: undefined }, '');
		assert.deepEqual([begun?.answerTokens, begun?.cost], [0, 8 / 1_000_000]);
	});

	const newEstimates = () =>
		new Estimates(
			{ providerPolicy: () => 'groq', preferredProviders: () => [] },
			{ peek: () => KNOWN, remembered: async () => undefined },
			cache,
		);

	it('keep the tokenizers of the models asked about last, and load another one again', async () => {
		const names = ['m', 'n', 'p', 'q'];
		await Promise.all(names.map(put));
		const estimates = newEstimates();
		const kept = async () => {
			const all = await Promise.all(names.map(name => estimates.atHand({ ...REQUEST, model: `o/${name}` })));
			return names.filter((_, index) => all[index]?.isCounted);
		};
		const ask = (name: string) => estimates.of({ ...REQUEST, model: `o/${name}` });
		for (const name of ['m', 'none', 'n', 'p', 'm', 'q']) {
			await ask(name);
		}
		assert.deepEqual(await kept(), ['m', 'p', 'q']);
		assert.equal((await ask('n'))?.isCounted, true);
		assert.deepEqual(await kept(), ['m', 'n', 'q']);
	});

	it('take a tokenizer of what is at hand only where it has been loaded', async () => {
		const estimates = newEstimates();
		assert.equal((await estimates.atHand(REQUEST))?.isCounted, false);
		assert.equal((await estimates.of(REQUEST))?.isCounted, true);
		assert.deepEqual(await estimates.atHand(REQUEST), await estimates.of(REQUEST));
	});

	it('have no cost where no price is known', () => {
		const plain = { promptTokens: 8, isCounted: false };
		assert.deepEqual(costEstimate(REQUEST, { policy: 'other', model: KNOWN, count: undefined }), plain);
		assert.deepEqual(costEstimate(REQUEST, { policy: 'auto', model: undefined, count: undefined }), plain);
	});

	describe('of tasks other than chat', () => {
		const about = (request: Omit<RunRequest, 'model'>, policy = 'groq') =>
			costEstimate({ model: 'o/m', ...request }, { policy, model: KNOWN, count: undefined });
		const text = 'x'.repeat(40);

		for (const task of [
			'summarization',
			'translation',
			'text-classification',
			'feature-extraction',
		] as const) {
			it(`are the tokens that go in, and no price that nobody has said: ${task}`, () =>
				assert.deepEqual(about({ task, text }), { promptTokens: 12, isCounted: false }));
		}

		it('are of all texts that the task reads', () => {
			assert.equal(about({ task: 'question-answering', text, inputs: { question: text } })?.promptTokens, 24);
			assert.equal(
				about({ task: 'feature-extraction', text, inputs: { more: [text, text] } })?.promptTokens,
				36,
			);
			assert.equal(
				about({ task: 'sentence-similarity', text: 'of a file', inputs: { sentences: [text, text] } })
					?.promptTokens,
				24,
			);
		});

		// “This example is a.” is five tokens, and what is around each text two.
		for (const [name, labels, parameters, promptTokens] of [
			['one label', ['a'], {}, 12 + 7],
			['three labels', ['a', 'b', 'c'], {}, 3 * (12 + 7)],
			['a sentence of one’s own', ['a', 'b'], { hypothesis_template: '{}: yes' }, 2 * (12 + 4)],
			['a sentence without a place', ['a', 'b'], { hypothesis_template: 'yes.' }, 2 * (12 + 3)],
			['a label that looks like a pattern', ['$&$&'], { hypothesis_template: '{}' }, 12 + 3],
			['no label yet', [], {}, undefined],
			['what is not known yet', undefined, {}, undefined],
		] as const) {
			it(`are of the text once for each label, and its sentence: ${name}`, () => {
				const inputs = labels && { labels };
				const request = { task: 'zero-shot-classification', text, parameters } as const;
				const found = about({ ...request, ...(inputs && { inputs }) });
				assert.equal(found?.promptTokens, promptTokens);
			});
		}

		it('count a text once that is read for each label', () => {
			const counted: string[] = [];
			const count = (one: string) => counted.push(one);
			const inputs = { labels: ['a', 'b'] };
			costEstimate(
				{ model: 'o/m', task: 'zero-shot-classification', text, inputs },
				{ policy: 'auto', model: undefined, count },
			);
			assert.deepEqual(counted, [text, 'This example is a.', 'This example is b.']);
		});

		it('have the price of a text that is continued, where its provider is named: as long as it may become', () => {
			const { cost } = about({ task: 'text-generation', text }) ?? {};
			assert.equal(cost, (12 + 100 * 2) / 1_000_000, 'as long as it is without a wish');
			const short = about({ task: 'text-generation', text, parameters: { max_new_tokens: 20 } });
			assert.equal(short?.cost, (12 + 20 * 2) / 1_000_000);
			assert.equal(about({ task: 'text-generation', text }, 'auto')?.cost, undefined);
		});

		const file = { uri: 'file:///a', name: 'a', mimeType: 'image/png' };
		for (const [task, inputs] of [
			['text-to-image', {}],
			['text-to-speech', {}],
			['image-to-text', { image: file }],
			['visual-question-answering', { image: file, question: 'What?' }],
			['automatic-speech-recognition', { audio: { ...file, mimeType: 'audio/wav' } }],
			['table-question-answering', { table: { columns: ['a'], rows: [['1']] }, query: 'What?' }],
		] as const) {
			it(`are none of what is not told in tokens: ${task}`, () =>
				assert.equal(about({ task, text, inputs }), undefined));
		}

		it('are none where there is no text yet', () =>
			assert.equal(about({ task: 'summarization', text: '' }), undefined));
	});

	it('know where the cache is as Hugging Face’s own libraries do', () => {
		assert.equal(hubCache({}, '/h'), join('/h', '.cache', 'huggingface', 'hub'));
		assert.equal(hubCache({ XDG_CACHE_HOME: '/x' }, '/h'), join('/x', 'huggingface', 'hub'));
		assert.equal(hubCache({ HF_HOME: '/y', XDG_CACHE_HOME: '/x' }, '/h'), join('/y', 'hub'));
		assert.equal(hubCache({ HF_HUB_CACHE: '/z', HF_HOME: '/y' }, '/h'), '/z');
	});
});
