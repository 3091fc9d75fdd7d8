import type { Hono } from 'hono';
import { requireWrite, visibleRepo } from '../access';
import { invalidCredentials } from '../authentication';
import { makeRepo } from '../catalogue/makeRepo';
import type { Gate, RepoFile, RepoKind } from '../catalogue/repo';
import { history, textFile } from '../catalogue/repoFiles';
import { objectId } from '../digests';
import { callerOf, type ExchangeContext, type ExchangeEnv } from '../exchange';
import { HubError } from '../hubError';
import { namespaceOf } from '../permissions';
import { addRepoRoute } from '../repoRoutes';

type Body = Readonly<Record<string, unknown>>;

const kinds: readonly RepoKind[] = ['model', 'dataset', 'space'];

async function readBody(c: ExchangeContext): Promise<Body> {
	const body: unknown = await c.req.json().catch(() => undefined);
	if (typeof body !== 'object' || body === null) {
		throw new HubError(400, 'Invalid JSON body');
	}
	return body as Body;
}

function text(body: Body, key: string): string {
	const value = body[key];
	if (typeof value !== 'string' || value === '') {
		throw new HubError(400, `"${key}" is required`);
	}
	return value;
}

function kindIn(body: Body): RepoKind {
	const kind = kinds.find(candidate => candidate === (body.type ?? 'model'));
	if (!kind) {
		throw new HubError(400, `"type" must be one of ${kinds.join(', ')}`);
	}
	return kind;
}

/** The id that `name` and `organization` make; without an organization the caller's own name owns it. */
function idIn(body: Body, owner: string): string {
	const name = text(body, 'name');
	const organization = body.organization;
	if (name.includes('/')) {
		return name;
	}
	return `${typeof organization === 'string' && organization !== '' ? organization : owner}/${name}`;
}

function filesIn(body: Body, id: string): readonly RepoFile[] {
	const given = Array.isArray(body.files) ? (body.files as readonly Body[]) : [];
	const files = given.map(file => {
		const content = Buffer.from(text(file, 'content'), file.encoding === 'base64' ? 'base64' : 'utf8');
		return { path: text(file, 'path'), lfs: false, content: () => content };
	});
	const has = (path: string) => files.some(file => file.path === path);
	return [
		...(has('.gitattributes')
			? []
			: [textFile('.gitattributes', () => '*.safetensors filter=lfs diff=lfs merge=lfs -text\n')]),
		...(has('README.md') ? [] : [textFile('README.md', () => `# ${id}\n`)]),
		...files,
	];
}

async function create(c: ExchangeContext): Promise<Response> {
	const caller = callerOf(c, 'api');
	const body = await readBody(c);
	if (caller.kind === 'anonymous') {
		throw invalidCredentials();
	}
	const { store, origins } = c.var.world;
	const kind = kindIn(body);
	const id = idIn(body, caller.account.name);
	requireWrite(caller, namespaceOf(id));
	const url = `${origins.hub}/${kind === 'model' ? '' : `${kind}s/`}${id}`;
	if (store.get(kind, id)) {
		throw new HubError(409, `You already created this ${kind} repo`, { extra: { url } });
	}
	const now = new Date().toISOString();
	const isPrivate = body.private === true || body.visibility === 'private';
	const revisions = history(id, () => filesIn(body, id));
	store.put({
		...makeRepo(kind, id),
		private: isPrivate,
		createdAt: now,
		lastModified: now,
		downloads: 0,
		likes: 0,
		trendingScore: 0,
		revisions,
	});
	return c.json({ url, name: id, id: objectId(`${kind}:${id}`) });
}

async function remove(c: ExchangeContext): Promise<Response> {
	const caller = callerOf(c, 'api');
	const body = await readBody(c);
	const kind = kindIn(body);
	const repo = visibleRepo(
		c.var.world.store,
		caller,
		kind,
		idIn(body, caller.kind === 'user' ? caller.account.name : ''),
	);
	requireWrite(caller, namespaceOf(repo.id), repo.id);
	c.var.world.store.delete(kind, repo.id);
	return c.text('OK');
}

async function move(c: ExchangeContext): Promise<Response> {
	const caller = callerOf(c, 'api');
	const body = await readBody(c);
	const { store } = c.var.world;
	const kind = kindIn(body);
	const repo = visibleRepo(store, caller, kind, text(body, 'fromRepo'));
	const toRepo = text(body, 'toRepo');
	requireWrite(caller, namespaceOf(repo.id), repo.id);
	requireWrite(caller, namespaceOf(toRepo));
	if (store.get(kind, toRepo)) {
		throw new HubError(409, `You already created this ${kind} repo`);
	}
	store.delete(kind, repo.id);
	store.put({ ...repo, id: toRepo });
	return c.text('OK');
}

function isGate(value: unknown): value is Gate {
	return value === false || value === 'auto' || value === 'manual';
}

/** A few of the Hub's rules about the front matter of a card; anybody may ask. */
async function validateCard(c: ExchangeContext): Promise<Response> {
	const body = await readBody(c);
	const content = text(body, 'content');
	const front = /^---\n([\s\S]*?)\n---/.exec(content)?.[1];
	const license = /^license:[ \t]*([^\s#]+)/m.exec(front ?? '')?.[1];
	const color = /^colorFrom:[ \t]*([^\s#]+)/m.exec(front ?? '')?.[1];
	const errors = [
		...(license === 'proprietary' ? ['"license" must be one of [apache-2.0, mit, …, other]'] : []),
		...(color === 'orange'
			? ['"colorFrom" must be one of [red, yellow, green, blue, indigo, purple, pink, gray]']
			: []),
	].map(message => ({ message }));
	const warnings = front === undefined ? [{ message: 'empty or missing yaml metadata in repo card' }] : [];
	return c.json({ errors, warnings }, errors.length > 0 ? 400 : 200);
}

/** Creating, duplicating, deleting, moving and settings of repositories, and what the Hub says of a card. */
export function addRepoOperations(app: Hono<ExchangeEnv>): void {
	app.post('/api/repos/create', create);
	app.delete('/api/repos/delete', remove);
	app.post('/api/repos/move', move);
	app.post('/api/validate-yaml', validateCard);
	addRepoRoute(app, 'POST', '/duplicate', async ({ c, caller, repo }) => {
		const body = await readBody(c);
		const id = text(body, 'repository');
		const { store, origins } = c.var.world;
		requireWrite(caller, namespaceOf(id));
		if (store.get(repo.kind, id)) {
			throw new HubError(409, `You already created this ${repo.kind} repo`);
		}
		const now = new Date().toISOString();
		store.put({
			...repo,
			id,
			private: body.private === true,
			gated: false,
			createdAt: now,
			lastModified: now,
			downloads: 0,
			likes: 0,
			trendingScore: 0,
		});
		return c.json({ url: `${origins.hub}/${repo.kind === 'model' ? '' : `${repo.kind}s/`}${id}` });
	});
	addRepoRoute(app, 'PUT', '/settings', async ({ c, caller, repo }) => {
		requireWrite(caller, namespaceOf(repo.id), repo.id);
		const body = await readBody(c);
		const isPrivate =
			body.visibility === undefined ? (body.private ?? repo.private) : body.visibility === 'private';
		const gated = body.gated ?? repo.gated;
		if (typeof isPrivate !== 'boolean' || !isGate(gated)) {
			throw new HubError(400, '"private" must be a boolean and "gated" one of auto, manual, false');
		}
		c.var.world.store.put({ ...repo, private: isPrivate, gated });
		return c.json({ private: isPrivate, gated });
	});
}
