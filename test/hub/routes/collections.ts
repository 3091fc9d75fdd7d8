import type { Hono } from 'hono';
import { invalidCredentials } from '../authentication';
import { type Collection, type CollectionEntry, COLLECTIONS, LIKES } from '../catalogue/collections';
import { objectId } from '../digests';
import { callerOf, type ExchangeContext, type ExchangeEnv } from '../exchange';
import { HubError } from '../hubError';
import { pageOf } from '../paging';
import { canSeeIn } from '../permissions';
import { listItem } from '../repoView';

/** A list shows this many items of each collection. */
const listedItems = 4;

/** Collections, and what accounts like. */
export function addCollections(app: Hono<ExchangeEnv>): void {
	app.get('/api/collections', c => {
		const caller = callerOf(c, 'api');
		const url = new URL(c.req.url);
		const owners = url.searchParams.getAll('owner');
		const words = (url.searchParams.get('q') ?? '').toLowerCase();
		const limit = Math.min(Number(url.searchParams.get('limit') ?? 100) || 100, 100);
		const found = COLLECTIONS.filter(
			collection =>
				(!collection.private || canSeeIn(caller, collection.owner)) &&
				(owners.length === 0 || owners.includes(collection.owner)) &&
				`${collection.title} ${collection.description ?? ''}`.toLowerCase().includes(words),
		).sort((a, b) => b.upvotes - a.upvotes);
		const { items, link } = pageOf(found, url, limit);
		return c.json(
			items.map(collection => describe(c, collection, listedItems)),
			200,
			link === undefined ? {} : { Link: link },
		);
	});
	app.get('/api/collections/:owner/:slug', c => {
		const caller = callerOf(c, 'api');
		const slug = `${c.req.param('owner')}/${c.req.param('slug')}`;
		const collection = COLLECTIONS.find(candidate => candidate.slug === slug);
		if (!collection || (collection.private && !canSeeIn(caller, collection.owner))) {
			throw caller.kind === 'anonymous' ? invalidCredentials() : new HubError(404, 'Collection not found');
		}
		return c.json(describe(c, collection, Infinity));
	});
	app.get('/api/users/:user/likes', c => {
		callerOf(c, 'api');
		const url = new URL(c.req.url);
		const { items, link } = pageOf(LIKES[c.req.param('user')] ?? [], url, 100);
		return c.json(
			items.map(([type, name], index) => ({
				createdAt: new Date(Date.UTC(2026, 0, 9 - index)).toISOString(),
				repo: { name, type },
			})),
			200,
			link === undefined ? {} : { Link: link },
		);
	});
}

function describe(c: ExchangeContext, collection: Collection, most: number) {
	const { slug, title, description, owner, upvotes } = collection;
	return {
		slug,
		title,
		description,
		gating: false,
		lastUpdated: '2026-01-05T10:00:00.000Z',
		owner: { _id: objectId(`owner:${owner}`), avatarUrl: '', fullname: owner, name: owner, type: 'user' },
		items: collection.items.slice(0, most).map((item, position) => describeItem(c, item, position)),
		theme: 'blue',
		private: collection.private,
		upvotes,
		isUpvotedByUser: false,
	};
}

function describeItem(c: ExchangeContext, item: CollectionEntry, position: number) {
	const common = { _id: objectId(`item:${item.id}`), position, id: item.id, type: item.kind };
	if (item.kind === 'paper') {
		return { ...common, title: item.title, upvotes: 1, publishedAt: '2026-01-01T00:00:00.000Z' };
	}
	const repo = c.var.world.store.get(item.kind, item.id);
	return {
		...(repo && listItem(repo, [])),
		...common,
		...(item.note !== undefined && { note: { html: item.note, text: item.note } }),
	};
}
