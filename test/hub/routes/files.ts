import type { Hono } from 'hono';
import { gateRefusal, requireContents, visibleRepo } from '../access';
import type { Repo, RepoFile, RepoKind } from '../catalogue/repo';
import { callerOf, type ExchangeContext, type ExchangeEnv } from '../exchange';
import { sha1, sha256 } from '../digests';
import { fileHeaders, fileTag, lfsPointer, treeEntries } from '../fileView';
import { HubError } from '../hubError';
import { pageOf } from '../paging';
import { sendContent } from '../sendContent';
import { addRepoRoute, kindOf, KIND_PATTERN, revisionOf, splitRevision } from '../repoRoutes';

const treePage = 1000;
const expandedTreePage = 50;

function addTree(app: Hono<ExchangeEnv>): void {
	addRepoRoute(app, 'GET', '/tree/:rest{.+}', ({ c, caller, repo }) => {
		const { revision: name, path } = splitRevision(c.req.path, '/tree/');
		const url = new URL(c.req.url);
		const isSet = (key: string) => /^(?:true|1)$/i.test(url.searchParams.get(key) ?? '');
		const expand = isSet('expand');
		const readable = gateRefusal(c.var.world.accessRequests, caller, repo) === undefined;
		const options = { path, recursive: isSet('recursive'), expand, readable };
		const entries = treeEntries(revisionOf(repo, name), options);
		if (!entries) {
			throw new HubError(404, `${path} does not exist on "${name}"`, { code: 'EntryNotFound' });
		}
		const { items, link } = pageOf(entries, url, expand ? expandedTreePage : treePage);
		return c.json(items, 200, link === undefined ? {} : { Link: link });
	});
}

/** What a file is asked for by. */
interface FileRequest {
	readonly kind: RepoKind;
	readonly id: string;
	readonly revision: string;
	readonly path: string;
}

function requestOf(c: ExchangeContext, kind: RepoKind, marker: string): FileRequest {
	const { namespace, name = '' } = c.req.param() as Readonly<Partial<Record<string, string>>>;
	return {
		kind,
		id: namespace === undefined ? name : `${namespace}/${name}`,
		...splitRevision(c.req.path, marker),
	};
}

interface FoundFile {
	readonly repo: Repo;
	readonly file: RepoFile;
	readonly commit: string;
}

/** Looks in the order of the Hub: who asks, does the repository exist for them, its gate, the revision, the file. */
function findFile(c: ExchangeContext, { kind, id, revision, path }: FileRequest): FoundFile {
	const caller = callerOf(c, 'resolvers');
	const repo = visibleRepo(c.var.world.store, caller, kind, id);
	requireContents(c.var.world.accessRequests, caller, repo, path);
	const { sha, files } = revisionOf(repo, revision);
	const file = files.find(candidate => candidate.path === path);
	if (!file) {
		throw new HubError(404, 'Entry not found', { code: 'EntryNotFound', headers: { 'X-Repo-Commit': sha } });
	}
	return { repo, file, commit: sha };
}

function serve(c: ExchangeContext, { file, commit }: FoundFile, content: Uint8Array): Promise<Response> {
	return sendContent(c, content, {
		...fileHeaders(file),
		ETag: `"${fileTag(file)}"`,
		'X-Repo-Commit': commit,
		...(file.lfs ? linkedHeaders(file) : {}),
	});
}

function linkedHeaders(file: RepoFile): Record<string, string> {
	return {
		'X-Linked-Size': String(file.content().byteLength),
		'X-Linked-Etag': `"${fileTag(file)}"`,
	};
}

/** Large files come from the storage beside the Hub, which takes no token: the address is enough for an hour. */
function toStorage(c: ExchangeContext, { repo, file, commit }: FoundFile): Response {
	const { origins } = c.var.world;
	const location = `${origins.storage}/xet-bridge/${repo.kind}s/${repo.id}/${commit}/${encodePath(file.path)}?Expires=3600&Signature=${sha1(file.path)}`;
	return new Response(`Found. Redirecting to ${location}`, {
		status: 302,
		headers: {
			Location: location,
			'X-Repo-Commit': commit,
			...linkedHeaders(file),
			'X-Xet-Hash': sha256(`xet:${fileTag(file)}`),
			'Accept-Ranges': 'bytes',
			'Cache-Control': 'no-store',
			'Content-Type': 'text/plain; charset=utf-8',
		},
	});
}

/** The clients encode a name themselves; in an address of the Hub's own it has to be encoded here. */
const encodePath = (path: string) => path.split('/').map(encodeURIComponent).join('/');

/** Small files of public repositories are served from a cache beside the Hub's own routes. */
function resolve(c: ExchangeContext, request: FileRequest): Response | Promise<Response> {
	const found = findFile(c, request);
	const { repo, file, commit } = found;
	if (file.lfs) {
		return c.var.world.redirectsToStorage ? toStorage(c, found) : serve(c, found, file.content());
	}
	if (repo.private || repo.gated !== false) {
		return serve(c, found, file.content());
	}
	const cached = `/api/resolve-cache/${repo.kind}s/${repo.id}/${commit}/${encodePath(file.path)}`;
	return new Response(`Temporary Redirect. Redirecting to ${cached}`, {
		status: 307,
		headers: {
			Location: cached,
			'X-Repo-Commit': commit,
			'X-Linked-Etag': `"${fileTag(file)}"`,
			'Accept-Ranges': 'bytes',
			'Content-Type': 'text/plain; charset=utf-8',
		},
	});
}

function raw(c: ExchangeContext, request: FileRequest): Promise<Response> {
	const found = findFile(c, request);
	return serve(c, found, found.file.lfs ? lfsPointer(found.file) : found.file.content());
}

/** Adds `tree`, `resolve` and `raw`. Node's server leaves the body of an answer to HEAD away. */
export function addFiles(app: Hono<ExchangeEnv>): void {
	addTree(app);
	for (const id of [':name', ':namespace/:name']) {
		app.get(`/api/resolve-cache/${KIND_PATTERN}/${id}/:revision{[0-9a-f]{40}}/*`, c => {
			const commit = c.req.param('revision') ?? '';
			const path = decodeURIComponent(c.req.path.slice(c.req.path.indexOf(commit) + commit.length + 1));
			const found = findFile(c, { ...requestOf(c, kindOf(c), commit), revision: commit, path });
			return serve(c, found, found.file.content());
		});
	}
	const prefixes: ReadonlyArray<readonly [string, RepoKind]> = [
		['/datasets', 'dataset'],
		['/spaces', 'space'],
		['', 'model'],
	];
	for (const [prefix, kind] of prefixes) {
		for (const id of [':name', ':namespace/:name']) {
			app.get(`${prefix}/${id}/resolve/*`, c => resolve(c, requestOf(c, kind, '/resolve/')));
			app.get(`${prefix}/${id}/raw/*`, c => raw(c, requestOf(c, kind, '/raw/')));
		}
	}
}
