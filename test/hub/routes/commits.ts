import type { Hono } from 'hono';
import { requireWrite, visibleRepo } from '../access';
import { invalidCredentials } from '../authentication';
import type { Repo, RepoFile, RepoKind, Revision } from '../catalogue/repo';
import { callerOf, type ExchangeContext, type ExchangeEnv } from '../exchange';
import { sha256 } from '../digests';
import { fileTag } from '../fileView';
import { HubError } from '../hubError';
import { canPropose, namespaceOf } from '../permissions';
import { addRepoRoute, type RepoRequest, revisionOf } from '../repoRoutes';

const regularBytes = 10 * 1024 * 1024;

const wantsPull = (c: ExchangeContext) => /^(?:1|true)$/i.test(c.req.query('create_pr') ?? '');

/** Who may write commits; who may only read may still propose a pull request. */
function requireCommit({ c, caller, repo }: RepoRequest): string {
	if (caller.kind === 'anonymous') {
		throw invalidCredentials();
	}
	if (!wantsPull(c) || !canPropose(caller)) {
		requireWrite(caller, namespaceOf(repo.id), repo.id);
	}
	return caller.account.name;
}

/** The suffixes that a file of git's settings names for large files, or for files to leave out. */
function suffixes(files: readonly RepoFile[], path: string, pattern: RegExp): readonly string[] {
	const content = files.find(file => file.path === path)?.content();
	return content === undefined
		? []
		: [...Buffer.from(content).toString().matchAll(pattern)].map(([, suffix = '']) => suffix);
}

interface PlannedFile {
	readonly path: string;
	readonly size: number;
	readonly sample: string;
}

async function preupload(request: RepoRequest): Promise<Response> {
	const { c, repo } = request;
	requireCommit(request);
	const revision = revisionOf(repo, c.req.param('revision') ?? 'main');
	const large = suffixes(revision.files, '.gitattributes', /^\*(\.\w+) .*filter=lfs/gm);
	const ignored = suffixes(revision.files, '.gitignore', /^\*(\.\w+)$/gm);
	const { files } = await c.req.json<{ readonly files: readonly PlannedFile[] }>();
	const answer = files.map(({ path, size, sample }) => {
		const known = revision.files.find(file => file.path === path);
		const isLarge =
			size > regularBytes ||
			large.some(suffix => path.endsWith(suffix)) ||
			Buffer.from(sample, 'base64').includes(0);
		return {
			path,
			uploadMode: isLarge ? 'lfs' : 'regular',
			shouldIgnore: ignored.some(suffix => path.endsWith(suffix)),
			...(known ? { oid: fileTag(known) } : {}),
		};
	});
	return c.json({ files: answer, commitOid: revision.sha });
}

/** One line of a commit's body. */
interface Line {
	readonly key: string;
	readonly value: Readonly<Record<string, string>>;
}

function lines(text: string): readonly Line[] {
	return text
		.split('\n')
		.filter(line => line.trim() !== '')
		.map(line => JSON.parse(line) as Line);
}

function apply(c: ExchangeContext, files: Map<string, RepoFile>, { key, value }: Line): void {
	const { path = '', content = '', oid = '' } = value;
	switch (key) {
		case 'file': {
			const bytes = Buffer.from(content, value.encoding === 'base64' ? 'base64' : 'utf8');
			files.set(path, { path, lfs: false, content: () => bytes });
			return;
		}
		case 'lfsFile': {
			const bytes = c.var.world.objects.get(oid);
			if (!bytes) {
				throw new HubError(400, `Your push was rejected because an LFS object was not uploaded: ${oid}`);
			}
			files.set(path, { path, lfs: true, content: () => bytes });
			return;
		}
		case 'deletedFile':
			if (!files.delete(path)) {
				throw new HubError(404, `${path} does not exist`, { code: 'EntryNotFound' });
			}
			return;
		case 'deletedFolder':
			for (const known of [...files.keys()].filter(one => one.startsWith(`${path.replace(/\/$/, '')}/`))) {
				files.delete(known);
			}
			return;
	}
}

async function commit(request: RepoRequest): Promise<Response> {
	const { c, repo } = request;
	const author = requireCommit(request);
	const branch = c.req.param('revision') ?? 'main';
	const parent: Revision = revisionOf(repo, branch);
	const [header, ...changes] = lines(await c.req.text());
	const { summary = '', description = '', parentCommit } = header?.value ?? {};
	if (header?.key !== 'header' || summary === '') {
		throw new HubError(400, '"summary" is required');
	}
	if (parentCommit !== undefined && parentCommit !== parent.sha) {
		throw new HubError(412, 'A commit has happened since. Please refresh and try again.');
	}
	const files = new Map(parent.files.map(file => [file.path, file]));
	for (const change of changes) {
		apply(c, files, change);
	}
	const { store, origins } = c.var.world;
	const pull = [...repo.revisions().keys()].filter(name => name.startsWith('refs/pr/')).length + 1;
	const target = wantsPull(c) ? `refs/pr/${pull}` : branch;
	const facts = { title: summary, message: description, author };
	const { sha } = store.advance(repo, target, parent, [...files.values()], facts);
	const url = `${origins.hub}/${repo.kind === 'model' ? '' : `${repo.kind}s/`}${repo.id}`;
	return c.json({
		success: true,
		commitOid: sha,
		commitUrl: `${url}/commit/${sha}`,
		hookOutput: '',
		...(wantsPull(c) ? { pullRequestUrl: `${url}/discussions/${pull}` } : {}),
	});
}

/** What a verification is to bring along, as the answer to the batch has named it. */
const ticket = (oid: string) => sha256(`ticket:${oid}`).slice(0, 16);

/** Whether a file that was sent is in the storage, whole. */
async function verify(c: ExchangeContext): Promise<Response> {
	const { oid, size } = await c.req.json<{ readonly oid: string; readonly size: number }>();
	if (c.req.header('X-LFS-Ticket') !== ticket(oid)) {
		throw new HubError(400, 'This is not what was to be asked with');
	}
	if (c.var.world.objects.get(oid)?.length !== size) {
		throw new HubError(404, `No file uploaded for oid: ${oid}`);
	}
	return c.text('OK');
}

interface LfsOrder {
	readonly transfers?: readonly string[];
	readonly objects: ReadonlyArray<{ readonly oid: string; readonly size: number }>;
}

async function batch(c: ExchangeContext, repo: Repo): Promise<Response> {
	const { objects, transfers = ['basic'] } = await c.req.json<LfsOrder>();
	const { origins, partBytes, objects: known } = c.var.world;
	const inParts = (size: number) => transfers.includes('multipart') && size > partBytes;
	const transfer = objects.some(({ size }) => inParts(size)) ? 'multipart' : 'basic';
	const upload = (oid: string, size: number) =>
		inParts(size)
			? {
					href: `${origins.storage}/lfs-complete/${oid}?Signature=x`,
					header: {
						chunk_size: String(partBytes),
						...Object.fromEntries(
							Array.from({ length: Math.ceil(size / partBytes) }, (_, i) => [
								String(i + 1).padStart(5, '0'),
								`${origins.storage}/lfs-part/${oid}/${i + 1}?Signature=x`,
							]),
						),
					},
				}
			: { href: `${origins.storage}/lfs-put/${oid}?Signature=x` };
	const answer = objects.map(({ oid, size }) => ({
		oid,
		size,
		authenticated: true,
		...(known.has(oid)
			? {}
			: {
					actions: {
						upload: upload(oid, size),
						verify: {
							href: `${origins.hub}/${repo.kind === 'model' ? '' : `${repo.kind}s/`}${repo.id}/verify`,
							header: { 'X-LFS-Ticket': ticket(oid) },
						},
					},
				}),
	}));
	return c.body(JSON.stringify({ transfer, objects: answer }), 200, {
		'Content-Type': 'application/vnd.git-lfs+json',
	});
}

/** Uploading: what goes which way, where large files go to, and the commit that makes it so. */
export function addCommits(app: Hono<ExchangeEnv>): void {
	addRepoRoute(app, 'POST', '/preupload/:revision', preupload);
	addRepoRoute(app, 'POST', '/commit/:revision', commit);
	const prefixes: ReadonlyArray<readonly [string, RepoKind]> = [
		['/datasets', 'dataset'],
		['/spaces', 'space'],
		['', 'model'],
	];
	for (const [prefix, kind] of prefixes) {
		for (const id of [':name', ':namespace/:name']) {
			app.post(`${prefix}/${id.replace(/:name$/, ':name{.+\\.git}')}/info/lfs/objects/batch`, c => {
				const caller = callerOf(c, 'api');
				const { namespace, name = '' } = c.req.param() as Readonly<Partial<Record<string, string>>>;
				const bare = name.replace(/\.git$/, '');
				const wanted = namespace === undefined ? bare : `${namespace}/${bare}`;
				const repo = visibleRepo(c.var.world.store, caller, kind, wanted);
				if (caller.kind === 'anonymous') {
					throw invalidCredentials();
				}
				return batch(c, repo);
			});
			app.post(`${prefix}/${id}/verify`, c => {
				const caller = callerOf(c, 'api');
				const { namespace, name = '' } = c.req.param() as Readonly<Partial<Record<string, string>>>;
				visibleRepo(c.var.world.store, caller, kind, namespace === undefined ? name : `${namespace}/${name}`);
				if (caller.kind === 'anonymous') {
					throw invalidCredentials();
				}
				return verify(c);
			});
		}
	}
}
