import type { ModelOffer } from '../inference/inference';
import { chooseProvider } from '../inference/chooseProvider';
import { offerWords } from './offerWords';

/** A way to choose a provider, or a provider, as a row of a list. */
export interface ProviderRow {
	readonly kind: 'policy' | 'provider';
	readonly provider: string;
	readonly label: string;
	readonly description: string;
	readonly detail: string;
}

const POLICIES = [
	['auto', 'Automatic', 'The Hub’s router chooses.'],
	['fastest', 'Fastest', 'The highest throughput. For other tasks than chat: the Hub’s first.'],
	[
		'cheapest',
		'Cheapest',
		'The lowest price per token of the answer. For other tasks than chat: the Hub’s first.',
	],
	[
		'preferred',
		'Preferred',
		'The first that serves the model, in the order of your settings here or on the Hub.',
	],
] as const;

/**
 * The ways to choose a provider, each with the one that it comes to now where that is known, then the providers with what
 * they cost, how fast they are and what they support. `current` is on top of its kind.
 */
export function providerRows(
	offers: readonly ModelOffer[],
	current: string,
	order: readonly string[],
): readonly ProviderRow[] {
	const policies = POLICIES.map(([provider, label, what]): ProviderRow => {
		const chosen =
			provider === 'auto' || (provider === 'preferred' && order.length === 0)
				? undefined
				: chooseProvider(provider, offers, order);
		return {
			kind: 'policy',
			provider,
			label,
			description: [provider === current && 'now', chosen?.provider].filter(Boolean).join(' · '),
			detail: what,
		};
	});
	const providers = offers.map((offer): ProviderRow => {
		const { description, detail } = offerWords(offer);
		const facts = description.split(' · ').slice(1).join(' · ');
		return {
			kind: 'provider',
			provider: offer.provider,
			label: offer.provider,
			description: [offer.provider === current && 'now', facts].filter(Boolean).join(' · '),
			detail,
		};
	});
	// What the setting names may have gone, or may never have served this model: it is listed, and says so.
	const isKnown = [...policies, ...providers].some(({ provider }) => provider === current);
	const gone: readonly ProviderRow[] = isKnown
		? []
		: [
				{
					kind: 'provider',
					provider: current,
					label: current,
					description: 'now',
					detail: offers.length > 0 ? 'Does not serve this model.' : '',
				},
			];
	return [...policies, ...providers, ...gone];
}
