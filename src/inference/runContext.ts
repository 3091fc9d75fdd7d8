import type { Estimates } from './estimates';
import type { ModelOffers } from './modelOffers';
import type { RouterCatalogue } from './routerCatalogue';
import type { Services } from './services';
import type { Turns } from './turns';

/** What all runs have in common. */
export interface RunContext {
	readonly services: Services;
	readonly catalogue: RouterCatalogue;
	readonly turns: Turns;
	/** The models that serve a task. */
	readonly offers: Pick<ModelOffers, 'offers'>;
	readonly estimates: Pick<Estimates, 'atHand'>;
}
