import { Emitter } from '../util/emitter';
import { isRepoId } from '../util/isRepoId';

/** Where the pins are kept between sessions; the shape of the editor's own. */
export interface PinStorage {
	get(key: string): unknown;
	update(key: string, value: unknown): PromiseLike<void>;
}

const KEY = 'hfWorkbench.pinnedModels';

/** The models that the user has pinned, in the order of pinning. */
export class PinnedModels {
	private readonly didChange = new Emitter<void>();
	readonly onDidChange = this.didChange.event;

	constructor(private readonly storage: PinStorage) {}

	/** Repo ids. Whatever else the storage holds, by another version or by damage, is passed over. */
	get ids(): readonly string[] {
		const stored = this.storage.get(KEY);
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

	async remove(id: string): Promise<void> {
		if (this.has(id)) {
			await this.store(this.ids.filter(other => other !== id));
		}
	}

	private async store(ids: readonly string[]): Promise<void> {
		await this.storage.update(KEY, ids);
		this.didChange.fire();
	}
}
