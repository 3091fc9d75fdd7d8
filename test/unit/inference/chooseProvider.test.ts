import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { chooseProvider, type ProviderCandidate } from '../../../src/inference/chooseProvider';

const candidate: fc.Arbitrary<ProviderCandidate> = fc.record(
	{
		provider: fc.constantFrom('cerebras', 'groq', 'hf-inference', 'novita', 'together'),
		pricing: fc.record({ input: fc.nat(20), output: fc.nat(20) }),
		throughput: fc.integer({ min: 1, max: 200 }),
	},
	{ requiredKeys: ['provider'] },
);
const candidates = fc.uniqueArray(candidate, { selector: ({ provider }) => provider, maxLength: 5 });

describe('chooseProvider', () => {
	const two: readonly ProviderCandidate[] = [
		{ provider: 'novita', pricing: { input: 1, output: 2 }, throughput: 20 },
		{ provider: 'groq', pricing: { input: 2, output: 1 }, throughput: 30 },
		{ provider: 'unmeasured' },
	];
	const cases: ReadonlyArray<[policy: string, provider: string | undefined]> = [
		['auto', 'novita'],
		['fastest', 'groq'],
		['cheapest', 'groq'],
		['unmeasured', 'unmeasured'],
		['together', undefined],
		['', undefined],
	];
	for (const [policy, provider] of cases) {
		it(`${policy || 'nothing'} chooses ${provider ?? 'nobody'}`, () => {
			assert.equal(chooseProvider(policy, two)?.provider, provider);
		});
	}

	it('chooses one of the candidates by every policy, unless there are none', () => {
		fc.assert(
			fc.property(fc.constantFrom('auto', 'fastest', 'cheapest'), candidates, (policy, all) => {
				const chosen = chooseProvider(policy, all);
				assert.equal(chosen !== undefined, all.length > 0);
				assert.ok(chosen === undefined || all.includes(chosen));
			}),
		);
	});

	it('never passes over a faster or a cheaper one, and keeps the order among equals', () => {
		fc.assert(
			fc.property(candidates, all => {
				const fastest = chooseProvider('fastest', all);
				const cheapest = chooseProvider('cheapest', all);
				const speed = ({ throughput }: ProviderCandidate) => throughput ?? 0;
				const price = ({ pricing }: ProviderCandidate) => pricing?.output ?? Infinity;
				for (const other of all) {
					assert.ok(fastest && speed(other) <= speed(fastest));
					assert.ok(cheapest && price(other) >= price(cheapest));
					assert.ok(speed(other) < speed(fastest) || all.indexOf(other) >= all.indexOf(fastest));
					assert.ok(price(other) > price(cheapest) || all.indexOf(other) >= all.indexOf(cheapest));
				}
			}),
		);
	});

	it('chooses by name alone where a name is given', () => {
		fc.assert(
			fc.property(candidates, fc.constantFrom('groq', 'together', 'nobody'), (all, name) => {
				assert.equal(
					chooseProvider(name, all),
					all.find(({ provider }) => provider === name),
				);
			}),
		);
	});
});
