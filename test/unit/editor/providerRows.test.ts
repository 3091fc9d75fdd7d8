import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { providerRows } from '../../../src/editor/providerRows';

const offers = [
	{ model: 'o/m', provider: 'groq', pricing: { input: 1, output: 2 }, throughput: 900, supportsTools: true },
	{ model: 'o/m', provider: 'novita', pricing: { input: 0.1, output: 0.2 }, throughput: 30 },
];

describe('providerRows', () => {
	it('says what each way to choose comes to', () => {
		const rows = providerRows(offers, 'fastest', ['novita']).filter(({ kind }) => kind === 'policy');
		assert.deepEqual(
			rows.map(({ provider, description }) => [provider, description]),
			[
				['auto', ''],
				['fastest', 'now · groq'],
				['cheapest', 'novita'],
				['preferred', 'novita'],
			],
		);
	});

	it('says of what is compared by figures that only chats have them', () => {
		const rows = providerRows(offers, 'auto', []);
		const details = rows.filter(({ detail }) => detail.includes('For other tasks than chat'));
		assert.deepEqual(
			details.map(({ provider }) => provider),
			['fastest', 'cheapest'],
		);
	});

	it('says what each provider costs, how fast it is and what it supports', () => {
		const [groq] = providerRows(offers, 'groq', []).filter(({ kind }) => kind === 'provider');
		assert.equal(groq?.description, 'now · $1.00 in / $2.00 out per million');
		assert.equal(groq?.detail, 'tools · 900 tokens/s');
	});

	it('lists the one that is set also when it has gone', () => {
		assert.deepEqual(providerRows(offers, 'vanished', []).at(-1), {
			kind: 'provider',
			provider: 'vanished',
			label: 'vanished',
			description: 'now',
			detail: 'Does not serve this model.',
		});
	});
});
