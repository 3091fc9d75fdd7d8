import type { Hono } from 'hono';
import { visibleRepo } from './access';
import type { Caller } from './authentication';
import type { Repo, RepoKind, Revision } from './catalogue/repo';
import { callerOf, type ExchangeContext, type ExchangeEnv } from './exchange';
import { HubError } from './hubError';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface RepoRequest {
	readonly c: ExchangeContext;
	readonly caller: Caller;
	readonly repo: Repo;
}

const plurals = { models: 'model', datasets: 'dataset', spaces: 'space' } as const satisfies Record<
	string,
	RepoKind
>;

/** `models`, `datasets` or `spaces`, as a pattern of the router's. */
export const KIND_PATTERN = `:kind{(?:${Object.keys(plurals).join('|')})}`;

/** The kind of repository that a path speaks of in the plural. */
export function kindOf(c: ExchangeContext): RepoKind {
	return plurals[c.req.param('kind') as keyof typeof plurals];
}

/**
 * Adds `/api/{models,datasets,spaces}/{id}{suffix}` for ids of one and of two parts. The handler is called only for a
 * repository that the caller may see.
 */
export function addRepoRoute(
	app: Hono<ExchangeEnv>,
	method: Method,
	suffix: string,
	handle: (request: RepoRequest) => Response | Promise<Response>,
): void {
	for (const id of [':name', ':namespace/:name']) {
		app.on(method, `/api/${KIND_PATTERN}/${id}${suffix}`, c => {
			const caller = callerOf(c, 'api');
			const { namespace, name } = c.req.param() as { readonly namespace?: string; readonly name: string };
			const repo = visibleRepo(
				c.var.world.store,
				caller,
				kindOf(c),
				namespace === undefined ? name : `${namespace}/${name}`,
			);
			return handle({ c, caller, repo });
		});
	}
}

/** A revision and all before it, newest first. */
export function* ancestry(newest: Revision): Generator<Revision> {
	for (let one: Revision | undefined = newest; one; one = one.parent) {
		yield one;
	}
}

/** The revision of that name or commit; `HEAD` is the default branch. Throws the Hub's 404 for any other. */
export function revisionOf(repo: Repo, name: string): Revision & { readonly name: string } {
	const revisions = repo.revisions();
	const wanted = name === 'HEAD' ? 'main' : name;
	const byName = revisions.get(wanted);
	if (byName) {
		return { ...byName, name: wanted };
	}
	for (const [known, newest] of revisions) {
		for (const revision of ancestry(newest)) {
			if (revision.sha === wanted) {
				return { ...revision, name: known };
			}
		}
	}
	throw new HubError(404, `Invalid rev id: ${name}`, { code: 'RevisionNotFound' });
}

/**
 * Splits what follows `marker` (such as `/tree/`) in a path into revision and file. The clients encode neither, so that
 * a revision may be the three plain segments of `refs/pr/1`; an encoded slash stays inside of its segment.
 */
export function splitRevision(
	path: string,
	marker: string,
): { readonly revision: string; readonly path: string } {
	const rest = path.slice(path.indexOf(marker) + marker.length);
	const segments = rest.split('/').filter(segment => segment !== '');
	const length = segments[0] === 'refs' ? 3 : 1;
	const join = (list: readonly string[]) => list.map(decodeURIComponent).join('/');
	return { revision: join(segments.slice(0, length)), path: join(segments.slice(length)) };
}

/** What a request asks for with `expand=a&expand=b` or `expand[]=a`. */
export function expandOf(url: URL): readonly string[] {
	return [...url.searchParams.getAll('expand'), ...url.searchParams.getAll('expand[]')].flatMap(keys =>
		keys.split(','),
	);
}
