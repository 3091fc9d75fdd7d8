import type { Estimate } from '../shared/draft';
import { costEstimate } from './costEstimate';
import type { RouterCatalogue } from './routerCatalogue';
import type { RunRequest } from './runRequest';
import type { Services } from './services';
import { readsTokens } from './readsTokens';
import { type CountTokens, tokenCounter } from './tokenCounter';

/** Tokenizers that are kept: one may take a hundred megabytes, and who goes through a list of models asks about one after another. */
const KEPT = 3;

/** What runs will be; nothing of those that are not told in tokens. The tokenizers of the models asked about last are kept. */
export class Estimates {
	/** The one that was asked about last, at the end. */
	private readonly counters = new Map<string, Promise<CountTokens | undefined>>();
	/** The tokenizers that are there by now. */
	private readonly loaded = new Map<string, CountTokens>();

	constructor(
		private readonly services: Pick<Services, 'providerPolicy' | 'preferredProviders'>,
		private readonly catalogue: Pick<RouterCatalogue, 'peek' | 'remembered'>,
		private readonly cache: string,
	) {}

	async of(request: RunRequest, answer?: string): Promise<Estimate | undefined> {
		const { model } = request;
		if (!readsTokens(request.task)) {
			return undefined;
		}
		const counter = this.counters.get(model) ?? this.load(model);
		this.counters.delete(model);
		this.counters.set(model, counter);
		const found = await counter;
		this.dropOldest();
		return this.counted(request, found, answer);
	}

	/** The same by what is at hand. To load a tokenizer keeps the extension host busy, and a run goes on meanwhile. */
	atHand(request: RunRequest): Promise<Estimate | undefined> {
		return this.counted(request, this.loaded.get(request.model));
	}

	private async load(model: string): Promise<CountTokens | undefined> {
		const counter = await tokenCounter(this.cache, model);
		if (counter) {
			this.loaded.set(model, counter);
		}
		return counter;
	}

	/** What could not be counted with takes no room, and need not be looked for again. */
	private dropOldest(): void {
		const old = [...this.counters.keys()].filter(model => this.loaded.has(model)).slice(0, -KEPT);
		for (const model of old) {
			this.counters.delete(model);
			this.loaded.delete(model);
		}
	}

	private async counted(
		request: RunRequest,
		count: CountTokens | undefined,
		answer?: string,
	): Promise<Estimate | undefined> {
		const { model: id } = request;
		const model =
			this.catalogue.peek(id) ?? (await this.catalogue.remembered())?.find(known => known.id === id);
		const policy = request.provider ?? this.services.providerPolicy();
		const order = this.services.preferredProviders();
		return costEstimate(request, { policy, order, model, count }, answer);
	}
}
