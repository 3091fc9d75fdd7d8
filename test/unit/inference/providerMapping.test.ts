import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { providerMapping } from '../../../src/inference/providerMapping';

describe('providerMapping', () => {
	const live = { status: 'live', providerId: 'gemma-3', task: 'conversational', isModelAuthor: false };
	const read = { provider: 'scaleway', providerId: 'gemma-3', task: 'conversational' };

	it('reads the object of a single model and the array of a list alike, in their order', () => {
		const other = { ...live, providerId: 'g3' };
		const both = [read, { ...read, provider: 'novita', providerId: 'g3' }];
		assert.deepEqual(providerMapping({ scaleway: live, novita: other }), both);
		assert.deepEqual(
			providerMapping([
				{ provider: 'scaleway', ...live },
				{ provider: 'novita', ...other },
			]),
			both,
		);
	});

	it('keeps what a LoRA needs', () => {
		const lora = { adapter: 'lora', adapterWeightsPath: 'w.safetensors' };
		assert.deepEqual(providerMapping({ scaleway: { ...live, ...lora } }), [{ ...read, ...lora }]);
	});

	const empty: ReadonlyArray<[what: string, value: unknown]> = [
		['no key', undefined],
		['null', null],
		['an empty object', {}],
		['an empty array', []],
		['a text', 'none'],
		['a model in staging', { scaleway: { ...live, status: 'staging' } }],
		['a broken one', { scaleway: { ...live, status: 'error' } }],
		['an entry without a task', { scaleway: { ...live, task: undefined } }],
		['an entry without an id', [{ ...live, provider: 'scaleway', providerId: 7 }]],
		['an entry without a provider', [live]],
		['no entry at all', [null, 7, 'x']],
	];
	for (const [what, value] of empty) {
		it(`finds nobody in ${what}`, () => assert.deepEqual(providerMapping(value), []));
	}

	it('skips what it does not understand and keeps the rest', () => {
		assert.deepEqual(providerMapping({ odd: 7, scaleway: live }), [read]);
	});
});
