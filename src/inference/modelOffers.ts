import type { Credential } from '../net/credential';
import type { Task } from '../shared/task';
import { isRecord } from '../util/isRecord';
import { ProblemError } from '../util/problemError';
import { getJson } from './getJson';
import type { ModelOffer } from './inference';
import { providerMapping } from './providerMapping';
import type { CatalogueModel } from './readCatalogue';
import type { RouterCatalogue } from './routerCatalogue';
import { servesTask } from './servesTask';
import type { Services } from './services';

/** Milliseconds for which the Hub's order of chat models counts as current. */
const FRESH = 10 * 60_000;

/** How well known a model is at the Hub. */
interface Fame {
	readonly downloads?: number;
	readonly likes?: number;
}

/** The models that can be run now, for the pick lists. */
export class ModelOffers {
	private fame:
		| { readonly value: ReadonlyMap<string, Fame>; readonly at: number; readonly hub: string }
		| undefined;

	constructor(
		private readonly services: Services,
		private readonly catalogue: RouterCatalogue,
		private readonly canCall: (provider: string, task: Task) => boolean,
	) {}

	offers(task: Task, search: string, signal: AbortSignal): Promise<readonly ModelOffer[]> {
		return task === 'conversational' ? this.chat(search, signal) : this.single(task, search, signal);
	}

	/** Who serves a chat model. */
	async providers(model: string, signal: AbortSignal): Promise<readonly ModelOffer[]> {
		const found = await this.catalogue.model(model, signal);
		return found ? rows(found, undefined) : [];
	}

	/** From the router, which knows prices and speeds; in the Hub's order, as far as the Hub has one to give. */
	private async chat(search: string, signal: AbortSignal): Promise<readonly ModelOffer[]> {
		const [models, fame] = await Promise.all([this.catalogue.models(signal), this.chatFame(signal)]);
		const byId = new Map(models.map(model => [model.id, model]));
		const famous = [...fame.keys()].flatMap(id => byId.get(id) ?? []);
		const others = models.filter(({ id }) => !fame.has(id));
		const words = search.toLowerCase().split(/\s+/);
		const { asOf } = this.catalogue;
		return [...famous, ...others]
			.flatMap(model => rows(model, fame.get(model.id)))
			.map(row => (asOf === undefined ? row : { ...row, asOf }))
			.filter(({ model, provider }) => {
				const row = `${model} ${provider}`.toLowerCase();
				return words.every(word => row.includes(word));
			});
	}

	/** From the Hub's list, trending first. */
	private async single(task: Task, search: string, signal: AbortSignal): Promise<readonly ModelOffer[]> {
		const list = await this.hubList(
			{ pipeline_tag: task, ...(search.trim() && { search: search.trim() }), limit: '50' },
			['inferenceProviderMapping', 'downloads', 'likes'],
			signal,
		);
		return list.flatMap(([model, entry]) =>
			providerMapping(entry.inferenceProviderMapping)
				.filter(one => servesTask(one, task) && this.canCall(one.provider, task))
				.map(({ provider }) => ({ model, provider, ...readFame(entry) })),
		);
	}

	/** The order is a nicety: when the Hub cannot be asked, the router's own stays. */
	private async chatFame(signal: AbortSignal): Promise<ReadonlyMap<string, Fame>> {
		const { now, endpoints } = this.services;
		const { hub } = endpoints;
		if (this.fame?.hub === hub && now() - this.fame.at < FRESH) {
			return this.fame.value;
		}
		try {
			const query = { filter: 'conversational', limit: '200' };
			const list = await this.hubList(query, ['downloads', 'likes'], signal);
			const value = new Map(list.map(([model, entry]) => [model, readFame(entry)]));
			this.fame = { value, at: now(), hub };
			return value;
		} catch (error) {
			if (signal.aborted) {
				throw error;
			}
			return this.fame?.value ?? new Map<string, Fame>();
		}
	}

	private async hubList(
		query: Readonly<Record<string, string>>,
		expand: readonly string[],
		signal: AbortSignal,
	): Promise<Array<readonly [model: string, entry: Readonly<Record<string, unknown>>]>> {
		const { endpoints, credentials } = this.services;
		const url = new URL(`${endpoints.hub}/api/models`);
		url.search = new URLSearchParams([
			...Object.entries({ ...query, inference_provider: 'all', sort: 'trendingScore' }),
			...expand.map(key => ['expand[]', key] as [string, string]),
		]).toString();
		const credential: Credential | undefined = await credentials('hub.read', signal);
		const body = await getJson(this.services, { url, credential, signal });
		if (!Array.isArray(body)) {
			throw new ProblemError({ code: 'protocol', detail: 'The Hub’s list of models is not a list.' });
		}
		return body.flatMap((entry: unknown) =>
			isRecord(entry) && typeof entry.id === 'string' ? [[entry.id, entry] as const] : [],
		);
	}
}

function rows({ id, takesImages, providers }: CatalogueModel, fame: Fame | undefined): readonly ModelOffer[] {
	const eyes = takesImages !== undefined && { takesImages };
	return providers.map(provider => ({ model: id, ...provider, ...eyes, ...fame }));
}

function readFame({ downloads, likes }: Readonly<Record<string, unknown>>): Fame {
	return {
		...(typeof downloads === 'number' && { downloads }),
		...(typeof likes === 'number' && { likes }),
	};
}
