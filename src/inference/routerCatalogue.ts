import { getJson } from './getJson';
import { type CatalogueModel, readCatalogue, readCatalogueModel } from './readCatalogue';
import type { Services } from './services';

/** Milliseconds for which figures count as current. */
const FRESH = 10 * 60_000;

interface Kept<T> {
	readonly value: T;
	readonly at: number;
	/** The router that said so; the setting may have changed since. */
	readonly router: string;
}

/**
 * What the router says about its chat models, kept for ten minutes; older figures are better than none when the router
 * cannot be asked. Needs no token and sends none.
 */
export class RouterCatalogue {
	private list: Kept<readonly CatalogueModel[]> | undefined;
	private readonly single = new Map<string, Kept<CatalogueModel | undefined>>();

	constructor(private readonly services: Services) {}

	/** All models. Throws `ProblemError`. */
	async models(signal: AbortSignal): Promise<readonly CatalogueModel[]> {
		if (this.list && this.isFresh(this.list)) {
			return this.list.value;
		}
		try {
			const value = readCatalogue(await this.get('/v1/models', signal));
			this.list = this.kept(value);
			return value;
		} catch (error) {
			if (this.list && this.isOurs(this.list) && !signal.aborted) {
				return this.list.value;
			}
			throw error;
		}
	}

	/** One model, without asking for all of them. Throws `ProblemError`. */
	async model(id: string, signal: AbortSignal): Promise<CatalogueModel | undefined> {
		const known = this.known(id);
		if (known) {
			return known.value;
		}
		const value = readCatalogueModel(await this.get(`/v1/models/${id}`, signal));
		this.single.set(id, this.kept(value));
		return value;
	}

	/** What is known of a model without asking anybody. */
	peek(id: string): CatalogueModel | undefined {
		return this.known(id)?.value;
	}

	private known(id: string): Kept<CatalogueModel | undefined> | undefined {
		if (this.list && this.isFresh(this.list)) {
			return { ...this.list, value: this.list.value.find(model => model.id === id) };
		}
		const kept = this.single.get(id);
		return kept && this.isFresh(kept) ? kept : undefined;
	}

	private get(path: string, signal: AbortSignal): Promise<unknown> {
		return getJson(this.services, { url: new URL(this.services.endpoints.router + path), signal });
	}

	private kept<T>(value: T): Kept<T> {
		return { value, at: this.services.now(), router: this.services.endpoints.router };
	}

	private isOurs({ router }: Kept<unknown>): boolean {
		return router === this.services.endpoints.router;
	}

	private isFresh(kept: Kept<unknown>): boolean {
		return this.isOurs(kept) && this.services.now() - kept.at < FRESH;
	}
}
