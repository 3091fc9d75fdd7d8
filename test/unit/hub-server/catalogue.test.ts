import assert from 'node:assert/strict';
import { ACCOUNTS } from '../../hub/accounts';
import { AccessRequests } from '../../hub/catalogue/accessRequests';
import { makeCatalogue } from '../../hub/catalogue/catalogue';
import type { ModelRepo } from '../../hub/catalogue/repo';

/** The pipeline tags of every task that `@huggingface/inference` has a method for. */
const clientTasks = [
	'audio-classification',
	'audio-to-audio',
	'automatic-speech-recognition',
	'document-question-answering',
	'feature-extraction',
	'fill-mask',
	'image-classification',
	'image-segmentation',
	'image-text-to-text',
	'image-to-image',
	'image-to-text',
	'image-to-video',
	'object-detection',
	'question-answering',
	'sentence-similarity',
	'summarization',
	'table-question-answering',
	'tabular-classification',
	'tabular-regression',
	'text-classification',
	'text-generation',
	'text-to-audio',
	'text-to-image',
	'text-to-speech',
	'text-to-video',
	'token-classification',
	'translation',
	'visual-question-answering',
	'zero-shot-classification',
	'zero-shot-image-classification',
];

describe('The catalogue of the loopback Hub', () => {
	const repos = makeCatalogue();
	const models = repos.filter((repo): repo is ModelRepo => repo.kind === 'model');
	const providers = models.flatMap(model => model.providers);

	it('has a model for every task of the client, most of them chat, and every id once', () => {
		const realistic = models.filter(({ id }) => !id.startsWith('generated/'));
		assert.ok(realistic.length >= 80);
		assert.deepEqual(
			clientTasks.filter(task => !realistic.some(({ pipelineTag }) => pipelineTag === task)),
			[],
		);
		const keys = repos.map(({ kind, id }) => `${kind} ${id}`);
		assert.equal(new Set(keys).size, keys.length);
	});

	it('has gates of both kinds, in every state', () => {
		const requests = new AccessRequests();
		const gated = models.filter(({ gated: gate }) => gate !== false);
		assert.deepEqual(new Set(gated.map(({ gated: gate }) => gate)), new Set(['auto', 'manual']));
		for (const gate of ['auto', 'manual'] as const) {
			const states = gated
				.filter(model => model.gated === gate)
				.flatMap(({ id }) => Object.keys(ACCOUNTS).map(account => requests.state(id, account)));
			for (const state of ['none', 'pending', 'accepted', 'rejected'] as const) {
				assert.ok(states.includes(state), `${gate} ${state}`);
			}
		}
	});

	it('has providers in every state, with and without prices, known and unknown to the client', () => {
		assert.deepEqual(new Set(providers.map(({ status }) => status)), new Set(['live', 'staging', 'error']));
		for (const has of [
			providers.some(({ pricing }) => pricing === undefined),
			providers.some(({ pricing }) => pricing !== undefined && pricing.output > pricing.input),
			providers.some(({ contextLength }) => contextLength === undefined),
			providers.some(({ deprecated }) => deprecated),
			providers.some(({ provider }) => provider === 'quantumleap'),
			models.some(model => model.providers.length === 0),
			models.some(model => model.providers.length >= 5),
			models.some(model => model.private && model.id.startsWith('ada/')),
			models.some(model => model.private && model.id.startsWith('acme/')),
		]) {
			assert.ok(has);
		}
	});

	it('is the same each time it is made', () => {
		const facts = (list: typeof repos) => JSON.stringify(list);
		assert.equal(facts(makeCatalogue()), facts(repos));
	});
});
