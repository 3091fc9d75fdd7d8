import type { ModelOffer } from '../inference/inference';
import { isRepoId } from '../util/isRepoId';
import { localTime } from '../util/localTime';
import type { ModelChoice } from './modelChoice';
import { offerWords } from './offerWords';

/** A row of the list that a model is chosen from. */
export type ModelRow =
	| { readonly kind: 'group'; readonly label: string }
	| {
			readonly kind: 'model';
			readonly label: string;
			readonly description: string;
			readonly detail?: string;
			readonly choice: ModelChoice;
	  };

/** What the list is made of. Pinned models are repo ids; recent choices have the last one first. */
export interface ModelList {
	readonly offers: readonly ModelOffer[];
	readonly pinned: readonly string[];
	readonly recent: readonly ModelChoice[];
	/** What the user typed. */
	readonly search: string;
}

/**
 * The rows in the order that they are most likely wanted in: recent choices, pinned models, all the others. Each offer is
 * there once. A recent choice that is not on offer is listed all the same, for the list of offers may be only the best known
 * ones; and a repo id that was typed whole, with its owner, can be chosen though nobody lists it.
 */
export function modelRows({ offers, pinned, recent, search }: ModelList): readonly ModelRow[] {
	const recentRows = recent
		// What is on offer has been found by the search already, be it by its provider.
		.filter(choice => matches(choice.model, search) || offers.some(offer => isOfferOf(offer, choice)))
		.map(choice => {
			const offer = offers.find(one => isOfferOf(one, choice));
			return offer ? { ...offerRow(offer), choice } : { ...bareRow(choice), choice };
		});
	const rest = offers.filter(offer => !recent.some(choice => isOfferOf(offer, choice)));
	const groups = [
		{ label: 'Recently used', rows: recentRows },
		{ label: 'Pinned', rows: rest.filter(({ model }) => pinned.includes(model)).map(offerRow) },
		{ label: 'Models', rows: rest.filter(({ model }) => !pinned.includes(model)).map(offerRow) },
	].filter(({ rows }) => rows.length > 0);
	const asOf = offers.find(offer => offer.asOf !== undefined)?.asOf;
	// What is said of the models that is not true any more must not look as if it were.
	const when = asOf === undefined ? '' : `, as of ${localTime(asOf)}`;
	const rows = groups.flatMap(({ label, rows }) => [
		{ kind: 'group', label: label + when } as const,
		...rows,
	]);
	const typed = search.trim();
	return typed.includes('/') && isRepoId(typed) && !offers.some(({ model }) => model === typed)
		? [...rows, { kind: 'group', label: 'By name' }, { ...bareRow({ model: typed }), label: `Use ${typed}` }]
		: rows;
}

function offerRow(offer: ModelOffer): ModelRow & { kind: 'model' } {
	const { description, detail } = offerWords(offer);
	return {
		kind: 'model',
		label: offer.model,
		description,
		...(detail !== '' && { detail }),
		choice: { model: offer.model, provider: offer.provider },
	};
}

function bareRow(choice: ModelChoice): ModelRow & { kind: 'model' } {
	return {
		kind: 'model',
		label: choice.model,
		description: choice.provider ?? 'provider as the setting says',
		choice,
	};
}

function isOfferOf(offer: ModelOffer, { model, provider }: ModelChoice): boolean {
	return offer.model === model && offer.provider === provider;
}

function matches(model: string, search: string): boolean {
	const words = search.trim().toLowerCase().split(/\s+/);
	return words.every(word => model.toLowerCase().includes(word));
}
