import type { Estimate } from '../shared/draft';
import { costEstimate } from './costEstimate';
import type { RouterCatalogue } from './routerCatalogue';
import type { RunRequest } from './runRequest';
import type { Services } from './services';
import { type CountTokens, tokenCounter } from './tokenCounter';

/** What runs will be. Tokenizers are loaded once, for the few models that somebody asks about. */
export class Estimates {
	private readonly counters = new Map<string, Promise<CountTokens | undefined>>();

	constructor(
		private readonly services: Pick<Services, 'providerPolicy' | 'preferredProviders'>,
		private readonly catalogue: Pick<RouterCatalogue, 'remembered'>,
		private readonly cache: string,
	) {}

	async of(request: RunRequest, answer?: string): Promise<Estimate> {
		const { model } = request;
		const counter = this.counters.get(model) ?? tokenCounter(this.cache, model);
		this.counters.set(model, counter);
		const known = (await this.catalogue.remembered())?.find(({ id }) => id === model);
		const policy = request.provider ?? this.services.providerPolicy();
		const order = this.services.preferredProviders();
		return costEstimate(request, policy, known, await counter, order, answer);
	}
}
