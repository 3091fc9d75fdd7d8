import { Emitter } from '../util/emitter';
import { isRepoId } from '../util/isRepoId';

/** Where a list is kept between sessions; the shape of the editor's own. */
export interface IdStorage {
	get(key: string): unknown;
	update(key: string, value: unknown): PromiseLike<void>;
}

export interface IdListOptions {
	readonly storage: IdStorage;
	/** Under which it is kept. */
	readonly key: `hfWorkbench.${string}`;
	/** The oldest go when there are more; default none. */
	readonly most?: number;
}

/** Repo ids that are kept, such as the pinned ones, in the order of adding. */
export class IdList {
	private readonly didChange = new Emitter<void>();
	readonly onDidChange = this.didChange.event;

	constructor(private readonly options: IdListOptions) {}

	/** Whatever else the storage holds, by another version or by damage, is passed over. */
	get ids(): readonly string[] {
		const stored = this.options.storage.get(this.options.key);
		return Array.isArray(stored)
			? [...new Set(stored.filter(id => typeof id === 'string').filter(isRepoId))]
			: [];
	}

	has(id: string): boolean {
		return this.ids.includes(id);
	}

	async add(id: string): Promise<void> {
		if (!this.has(id)) {
			await this.store([...this.ids, id]);
		}
	}

	/** Adds the id before all others, or moves it there. */
	async addFirst(id: string): Promise<void> {
		if (this.ids[0] !== id) {
			await this.store([id, ...this.ids.filter(other => other !== id)]);
		}
	}

	async remove(id: string): Promise<void> {
		if (this.has(id)) {
			await this.store(this.ids.filter(other => other !== id));
		}
	}

	/** Puts another id in the place of one, where it is there. */
	async replace(id: string, other: string): Promise<void> {
		if (this.has(id)) {
			await this.store([...new Set(this.ids.map(one => (one === id ? other : one)))]);
		}
	}

	private async store(ids: readonly string[]): Promise<void> {
		const { storage, key, most } = this.options;
		await storage.update(key, ids.slice(0, most));
		this.didChange.fire();
	}
}
