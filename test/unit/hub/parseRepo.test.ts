import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseModel, parseRepo } from '../../../src/hub/parseRepo';

describe('parseModel', () => {
	it('takes the repo id from where the client package puts it', () => {
		const entry = {
			id: '621ffdc136468d709f17adb5',
			name: 'o/m',
			private: true,
			gated: 'manual',
			task: 'text-generation',
			downloads: 12,
			likes: 3,
			updatedAt: new Date(5000),
			inferenceProviderMapping: [
				{ provider: 'novita', providerId: 'o-m', status: 'live', task: 'conversational', extra: 1 },
				{ provider: 'broken' },
				null,
			],
		};
		assert.deepEqual(parseModel(entry), {
			type: 'model',
			id: 'o/m',
			pipelineTag: 'text-generation',
			downloads: 12,
			likes: 3,
			private: true,
			gated: 'manual',
			updatedAt: 5000,
			providers: [{ provider: 'novita', providerId: 'o-m', status: 'live', task: 'conversational' }],
		});
	});

	it('fills in what a sparse answer leaves out', () => {
		assert.deepEqual(parseModel({ name: 'gpt2', updatedAt: new Date(NaN), gated: 'perhaps' }), {
			type: 'model',
			id: 'gpt2',
			downloads: 0,
			likes: 0,
			private: false,
			gated: false,
		});
	});

	it('answers with nothing or with a model that has an id, whatever it is given', () => {
		fc.assert(
			fc.property(fc.jsonValue(), entry => {
				const model = parseModel(entry);
				assert.ok(model === undefined || model.id.length > 0);
			}),
		);
	});

	it('takes what a Space is made with and what it is doing', () => {
		const entry = { name: 'o/s', sdk: 'gradio', runtime: { stage: 'SLEEPING' }, likes: 2, private: false };
		assert.deepEqual(parseRepo('space', entry), {
			type: 'space',
			id: 'o/s',
			likes: 2,
			private: false,
			gated: false,
			sdk: 'gradio',
			stage: 'SLEEPING',
		});
	});
});
