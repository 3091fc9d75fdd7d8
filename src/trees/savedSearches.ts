import type { RepoSort } from '../hub/repo';
import { Emitter } from '../util/emitter';
import { isRecord } from '../util/isRecord';
import type { IdStorage } from './idList';
import { LIST_KINDS, type ListKind } from './listKind';
import { FACET_NAMES, type Search } from './search';
import { SORT_LABELS } from './searchFacets';

const KEY = 'hfWorkbench.searches';

/** The searches that the user has saved, of every kind, in the order of saving. */
export class SavedSearches {
	private readonly didChange = new Emitter<void>();
	readonly onDidChange = this.didChange.event;

	constructor(private readonly storage: IdStorage) {}

	/** Whatever else the storage holds, by another version or by damage, is passed over. */
	all(kind: ListKind): readonly Search[] {
		return this.stored().filter(search => search.kind === kind);
	}

	has(search: Search): boolean {
		return this.stored().some(other => keyOf(other) === keyOf(search));
	}

	async add(search: Search): Promise<void> {
		if (!this.has(search)) {
			await this.store([...this.stored(), { ...search, text: search.text.trim() }]);
		}
	}

	async remove(search: Search): Promise<void> {
		await this.store(this.stored().filter(other => keyOf(other) !== keyOf(search)));
	}

	private stored(): readonly Search[] {
		const value = this.storage.get(KEY);
		return Array.isArray(value) ? value.map(readSearch).filter(search => search !== undefined) : [];
	}

	private async store(searches: readonly Search[]): Promise<void> {
		await this.storage.update(KEY, searches);
		this.didChange.fire();
	}
}

/** The same text for the same search, in whatever order its filters were chosen. */
export function keyOf({ kind, text, sort, filters }: Search): string {
	return JSON.stringify([kind, text.trim(), sort, FACET_NAMES.map(name => filters[name] ?? null)]);
}

function readSearch(value: unknown): Search | undefined {
	if (!isRecord(value) || typeof value.text !== 'string') {
		return undefined;
	}
	const kind = LIST_KINDS.find(one => one === value.kind);
	const sort = (Object.keys(SORT_LABELS) as RepoSort[]).find(one => one === value.sort);
	const filters = isRecord(value.filters) ? value.filters : {};
	const kept = FACET_NAMES.flatMap(name => {
		const filter = filters[name];
		return typeof filter === 'string' ? [[name, filter] as const] : [];
	});
	return kind && sort && { kind, text: value.text, sort, filters: Object.fromEntries(kept) };
}
