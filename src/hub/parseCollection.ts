import { isRepoType } from '../shared/repoType';
import { isRecord } from '../util/isRecord';
import type { Collection, CollectionItem, CollectionSummary } from './collection';

/** Reads a collection of a list, or nothing where it has no slug. The Hub's own shape: the client package hands it on. */
export function parseCollection(entry: unknown): CollectionSummary | undefined {
	if (!isRecord(entry) || typeof entry.slug !== 'string' || entry.slug === '') {
		return undefined;
	}
	const { slug, title, description, owner, lastUpdated } = entry;
	const updatedAt = typeof lastUpdated === 'string' ? Date.parse(lastUpdated) : NaN;
	const name = isRecord(owner) && typeof owner.name === 'string' ? owner.name : slug.split('/', 1)[0];
	return {
		id: slug,
		title: typeof title === 'string' && title !== '' ? title : slug,
		...(typeof description === 'string' && description !== '' && { description }),
		owner: name ?? '',
		private: entry.private === true,
		upvotes: typeof entry.upvotes === 'number' ? entry.upvotes : 0,
		...(!Number.isNaN(updatedAt) && { updatedAt }),
	};
}

/** The same with its items, as `GET /api/collections/{slug}` gives them. */
export function parseWholeCollection(entry: unknown): Collection | undefined {
	const summary = parseCollection(entry);
	const items = isRecord(entry) && Array.isArray(entry.items) ? entry.items : [];
	return summary && { ...summary, items: items.map(parseItem).filter(item => item !== undefined) };
}

function parseItem(entry: unknown): CollectionItem | undefined {
	if (!isRecord(entry) || typeof entry.id !== 'string' || typeof entry.type !== 'string') {
		return undefined;
	}
	const { id, type, title, note } = entry;
	if (isRepoType(type)) {
		const text = isRecord(note) && typeof note.text === 'string' ? note.text : '';
		return { type, id, ...(text !== '' && { note: text }) };
	}
	const path = `${type === 'paper' ? 'papers' : `${type}s`}/${id}`;
	return { type: 'other', kind: type, id, path, title: typeof title === 'string' ? title : id };
}
