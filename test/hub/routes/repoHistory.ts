import type { Hono } from 'hono';
import { gateRefusal, requireWrite } from '../access';
import type { Repo, Revision } from '../catalogue/repo';
import type { ExchangeContext, ExchangeEnv } from '../exchange';
import { pathEntries } from '../fileView';
import { HubError } from '../hubError';
import { pageOf } from '../paging';
import { namespaceOf } from '../permissions';
import { addRepoRoute, ancestry, revisionOf, splitRevision } from '../repoRoutes';

const defaultCommits = 50;
const mostCommits = 1000;

function commitItem(revision: Revision) {
	return {
		id: revision.sha,
		title: revision.title,
		message: revision.message,
		authors: [{ user: revision.author, avatar: `https://huggingface.co/avatars/${revision.author}.svg` }],
		date: revision.date,
	};
}

/** JSON from one client, a form from another. */
async function readPaths(c: ExchangeContext): Promise<{ paths: readonly string[]; expand: boolean }> {
	if (c.req.header('Content-Type')?.startsWith('application/json')) {
		const body = await c.req.json<{ paths?: unknown; expand?: unknown }>();
		const paths = Array.isArray(body.paths) ? body.paths.map(String) : [];
		return { paths, expand: body.expand === true };
	}
	const form = new URLSearchParams(await c.req.text());
	return { paths: form.getAll('paths'), expand: /^true$/i.test(form.get('expand') ?? '') };
}

function refsOf(repo: Repo, withPulls: boolean) {
	const all = [...repo.revisions()].map(([name, { sha, isTag }]) => ({ name, targetCommit: sha, isTag }));
	const isPull = ({ name }: { readonly name: string }) => name.startsWith('refs/pr/');
	const row = (prefix: string) => (one: (typeof all)[number]) => ({
		name: one.name,
		ref: `${prefix}${one.name}`,
		targetCommit: one.targetCommit,
	});
	return {
		branches: all.filter(one => !isPull(one) && !one.isTag).map(row('refs/heads/')),
		tags: all.filter(one => one.isTag).map(row('refs/tags/')),
		converts: [],
		...(withPulls ? { pullRequests: all.filter(isPull).map(row('')) } : {}),
	};
}

function change(c: ExchangeContext, repo: Repo, edit: (revisions: Map<string, Revision>) => void): void {
	const revisions = new Map(repo.revisions());
	edit(revisions);
	c.var.world.store.put({ ...repo, revisions: () => revisions });
}

async function body(c: ExchangeContext): Promise<Readonly<Record<string, unknown>>> {
	const value: unknown = await c.req.json().catch(() => undefined);
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function addBranches(app: Hono<ExchangeEnv>): void {
	addRepoRoute(app, 'POST', '/branch/:branch', async ({ c, caller, repo }) => {
		requireWrite(caller, namespaceOf(repo.id), repo.id);
		const name = c.req.param('branch') ?? '';
		const { startingPoint = 'main', emptyBranch, overwrite } = await body(c);
		if (repo.revisions().has(name) && overwrite !== true) {
			throw new HubError(409, 'Reference already exists');
		}
		const start = { ...revisionOf(repo, String(startingPoint)), isTag: false };
		change(c, repo, revisions => revisions.set(name, emptyBranch === true ? { ...start, files: [] } : start));
		return c.json({}, 201);
	});
	addRepoRoute(app, 'DELETE', '/branch/:branch', ({ c, caller, repo }) => {
		requireWrite(caller, namespaceOf(repo.id), repo.id);
		const name = c.req.param('branch') ?? '';
		if (name === 'main') {
			throw new HubError(403, 'Cannot delete the default branch');
		}
		revisionOf(repo, name);
		change(c, repo, revisions => revisions.delete(name));
		return c.json({});
	});
}

function addTags(app: Hono<ExchangeEnv>): void {
	addRepoRoute(app, 'POST', '/tag/:revision', async ({ c, caller, repo }) => {
		requireWrite(caller, namespaceOf(repo.id), repo.id);
		const { tag } = await body(c);
		if (typeof tag !== 'string' || tag === '') {
			throw new HubError(400, '"tag" is required');
		}
		if (repo.revisions().has(tag)) {
			throw new HubError(409, 'Reference already exists');
		}
		const target = revisionOf(repo, c.req.param('revision') ?? 'main');
		change(c, repo, revisions => revisions.set(tag, { ...target, isTag: true }));
		return c.json({});
	});
	addRepoRoute(app, 'DELETE', '/tag/:tag', ({ c, caller, repo }) => {
		requireWrite(caller, namespaceOf(repo.id), repo.id);
		const tag = c.req.param('tag') ?? '';
		if (!repo.revisions().get(tag)?.isTag) {
			throw new HubError(404, `Invalid rev id: ${tag}`, { code: 'RevisionNotFound' });
		}
		change(c, repo, revisions => revisions.delete(tag));
		return c.json({});
	});
}

/** What is said about revisions: entries by path, commits, refs; and the making of branches and tags. */
export function addRepoHistory(app: Hono<ExchangeEnv>): void {
	addRepoRoute(app, 'POST', '/paths-info/:revision', async ({ c, caller, repo }) => {
		const { paths, expand } = await readPaths(c);
		const readable = gateRefusal(c.var.world.accessRequests, caller, repo) === undefined;
		const revision = revisionOf(repo, c.req.param('revision') ?? 'HEAD');
		return c.json(pathEntries(revision, paths, { expand, readable }));
	});
	addRepoRoute(app, 'GET', '/commits/:rest{.+}', ({ c, repo }) => {
		const url = new URL(c.req.url);
		const commits = [...ancestry(revisionOf(repo, splitRevision(c.req.path, '/commits/').revision))];
		const limit = Math.min(Number(url.searchParams.get('limit') ?? defaultCommits), mostCommits);
		const { items, link } = pageOf(commits, url, limit);
		return c.json(items.map(commitItem), 200, {
			'X-Total-Count': String(commits.length),
			...(link === undefined ? {} : { Link: link }),
		});
	});
	addRepoRoute(app, 'GET', '/refs', ({ c, repo }) =>
		c.json(refsOf(repo, /^(?:1|true)$/i.test(c.req.query('include_prs') ?? ''))),
	);
	addBranches(app);
	addTags(app);
}
