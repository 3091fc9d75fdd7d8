import { getJson } from './getJson';
import { type CatalogueModel, readCatalogue, readCatalogueModel } from './readCatalogue';
import { ProblemError } from '../util/problemError';
import type { Services } from './services';

/** Milliseconds for which figures count as current. */
const FRESH = 10 * 60_000;

interface Kept<T> {
	readonly value: T;
	readonly at: number;
	/** The router that said so; the setting may have changed since. */
	readonly router: string;
	/** It is to be asked again, however short a time ago that was. */
	readonly isForgotten?: true;
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
			const body = await this.get('/v1/models', signal);
			const value = readCatalogue(body);
			this.list = this.kept(value);
			const { copy, endpoints, now } = this.services;
			void copy?.write(endpoints.router, body, now());
			return value;
		} catch (error) {
			const older = signal.aborted ? undefined : await this.older();
			if (older) {
				return older.value;
			}
			throw error;
		}
	}

	/** When the list that `models` gives was true, where that is too long ago to be current. Epoch milliseconds. */
	get asOf(): number | undefined {
		return this.list && !this.isFresh(this.list) ? this.list.at : undefined;
	}

	/** Counts nothing as current any more. */
	forget(): void {
		this.list = this.list && { ...this.list, isForgotten: true };
		this.single.clear();
	}

	/** All models as far as they are known without asking: also figures that are not current, and those of the copy. */
	async remembered(): Promise<readonly CatalogueModel[] | undefined> {
		return (await this.older())?.value;
	}

	private async older(): Promise<Kept<readonly CatalogueModel[]> | undefined> {
		if (this.list && this.isOurs(this.list)) {
			return this.list;
		}
		const { router } = this.services.endpoints;
		const copied = await this.services.copy?.read(router);
		try {
			const kept = copied && { value: readCatalogue(copied.body), at: copied.at, router };
			this.list = kept ?? this.list;
			return kept;
		} catch {
			// A copy that is none is as good as none.
			return undefined;
		}
	}

	/** One model, without asking for all of them. Throws `ProblemError`. */
	async model(id: string, signal: AbortSignal): Promise<CatalogueModel | undefined> {
		const known = this.known(id);
		if (known) {
			return known.value;
		}
		const value = await this.ask(id, signal);
		this.single.set(id, this.kept(value));
		return value;
	}

	/** One model as the router has it at this moment, or `undefined` in it where nobody serves it. Throws `ProblemError`. */
	async confirm(id: string, signal: AbortSignal): Promise<{ readonly model: CatalogueModel | undefined }> {
		const model = await this.ask(id, signal);
		this.single.set(id, this.kept(model));
		return { model };
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

	/** The router answers 404 for a model that nobody serves. */
	private async ask(id: string, signal: AbortSignal): Promise<CatalogueModel | undefined> {
		try {
			return readCatalogueModel(await this.get(`/v1/models/${id}`, signal));
		} catch (error) {
			const problem = error instanceof ProblemError ? error.problem : undefined;
			if (problem?.code === 'server' && problem.status === 404) {
				return undefined;
			}
			throw error;
		}
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
		return this.isOurs(kept) && !kept.isForgotten && this.services.now() - kept.at < FRESH;
	}
}
