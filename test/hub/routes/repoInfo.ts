import type { Hono } from 'hono';
import { gateRefusal, requireWrite } from '../access';
import { callerOf, type ExchangeEnv } from '../exchange';
import { canSee, namespaceOf } from '../permissions';
import { pageOf } from '../paging';
import { queryRepos, readRepoQuery } from '../repoQuery';
import { addRepoRoute, expandOf, KIND_PATTERN, kindOf, revisionOf } from '../repoRoutes';
import { listItem, repoDetails } from '../repoView';

const defaultLimit = 500;
const maxLimit = 1000;

/** Lists, single repositories, and the probe that tells whether the caller may read one. */
export function addRepoInfo(app: Hono<ExchangeEnv>): void {
	app.get(`/api/${KIND_PATTERN}`, c => {
		const caller = callerOf(c, 'api');
		const url = new URL(c.req.url);
		const limit = Math.min(
			Math.max(1, Number(url.searchParams.get('limit') ?? defaultLimit) || defaultLimit),
			maxLimit,
		);
		const visible = c.var.world.store.list(kindOf(c)).filter(repo => canSee(caller, repo));
		const { items, link } = pageOf(queryRepos(visible, readRepoQuery(url.searchParams)), url, limit);
		const expand = expandOf(url);
		return c.json(
			items.map(repo => listItem(repo, expand)),
			200,
			link === undefined ? {} : { Link: link },
		);
	});
	addRepoRoute(app, 'GET', '/auth-check', ({ c, caller, repo }) => {
		const refusal = gateRefusal(c.var.world.accessRequests, caller, repo);
		if (refusal) {
			throw refusal;
		}
		return c.text('OK');
	});
	addRepoRoute(app, 'GET', '/auth-check/write', ({ c, caller, repo }) => {
		requireWrite(caller, namespaceOf(repo.id), repo.id);
		return c.text('OK');
	});
	addRepoRoute(app, 'GET', '/revision/:revision', ({ c, repo }) => {
		const { name } = revisionOf(repo, c.req.param('revision') ?? 'HEAD');
		return c.json(repoDetails(repo, expandOf(new URL(c.req.url)), name));
	});
}

/** `GET /api/{kind}/{id}`; added last, because a longer path of another route could be read as an id. */
export function addRepoDetails(app: Hono<ExchangeEnv>): void {
	addRepoRoute(app, 'GET', '', ({ c, repo }) => c.json(repoDetails(repo, expandOf(new URL(c.req.url)))));
}
