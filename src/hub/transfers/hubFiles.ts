import type { RepoRef } from '../../shared/repoType';
import { isRecord } from '../../util/isRecord';
import { ProblemError } from '../../util/problemError';
import type { HashName } from '../thread/threadMessages';
import { getJson, type HubWayOptions, onHubWay, readOnHubWay } from './hubWay';
import { repoApiUrl } from './repoUrl';

/** A file of a repo at one commit. */
export interface HubFile {
	/** Relative, with `/`, as the Hub has it: not to be used as a path before it has been found safe. */
	readonly path: string;
	/** Bytes. */
	readonly size: number;
	/** The hash that names the content: in the cache, in `ETag`, and when it is checked. */
	readonly tag: string;
	readonly hash: HashName;
}

/** The names that lead to a repo's commits. */
export interface RepoRevisions {
	readonly branches: readonly string[];
	readonly tags: readonly string[];
	readonly pulls: readonly string[];
}

const SHA1 = /^[0-9a-f]{40}$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** The commit (40 hex digits) that a branch, a tag, a pull request or a commit's id stands for now. */
export function resolveCommit(
	options: HubWayOptions,
	repo: RepoRef,
	revision: string,
	signal: AbortSignal,
): Promise<string> {
	return readOnHubWay(options, { repo, signal, key: `commit of ${revision}` }, async way => {
		const url = `${repoApiUrl(way.hub, repo)}/revision/${encodeURIComponent(revision)}?expand=sha`;
		const answer = await getJson(way, url);
		const sha = isRecord(answer) ? answer.sha : undefined;
		if (typeof sha !== 'string' || !SHA1.test(sha)) {
			throw new ProblemError({ code: 'protocol', detail: 'The Hub’s answer names no commit.' });
		}
		return sha;
	});
}

export function listRevisions(
	options: HubWayOptions,
	repo: RepoRef,
	signal: AbortSignal,
): Promise<RepoRevisions> {
	return readOnHubWay(options, { repo, signal, key: 'revisions' }, async way => {
		const answer = await getJson(way, `${repoApiUrl(way.hub, repo)}/refs?include_prs=1`);
		const names = (key: string) => {
			const list = isRecord(answer) && Array.isArray(answer[key]) ? (answer[key] as unknown[]) : [];
			return list.flatMap(one => (isRecord(one) && typeof one.name === 'string' ? [one.name] : []));
		};
		return { branches: names('branches'), tags: names('tags'), pulls: names('pullRequests') };
	});
}

/** Fails with what keeps one from a repo's files, its gate above all. */
export function requireAccess(options: HubWayOptions, repo: RepoRef, signal: AbortSignal): Promise<void> {
	return onHubWay(options, { repo, permission: 'hub.read', signal }, async way => {
		const url = `${repoApiUrl(way.hub, repo)}/auth-check`;
		const response = await way.operation.fetch(url, { headers: way.headers });
		await response.body?.cancel();
		if (!response.ok) {
			throw new Error(`The answer has status ${response.status}`);
		}
	});
}

/** Whether the Hub keeps a file's hash from who may not read it. */
export function isMasked({ tag }: HubFile): boolean {
	return tag.startsWith('*');
}

/** Every file below a folder (`''` for all) at a commit. */
export function listRepoFiles(
	options: HubWayOptions,
	repo: RepoRef,
	{ commit, folder = '' }: { readonly commit: string; readonly folder?: string },
	signal: AbortSignal,
): Promise<readonly HubFile[]> {
	const question = {
		repo,
		signal,
		key: `files at ${commit} below ${folder}`,
		...(folder !== '' && { file: { path: folder, revision: commit } }),
	};
	return readOnHubWay(options, question, async way => {
		const { listFiles } = await import('@huggingface/hub');
		const files: HubFile[] = [];
		const entries = listFiles({
			repo: { type: repo.type, name: repo.id },
			revision: commit,
			recursive: true,
			hubUrl: way.hub,
			fetch: way.operation.fetch,
			...(folder !== '' && { path: folder.split('/').map(encodeURIComponent).join('/') }),
			...(way.accessToken !== undefined && { accessToken: way.accessToken }),
		});
		for await (const { type, path, size, oid, lfs } of entries) {
			if (type === 'file') {
				files.push(hubFile(path, lfs?.size ?? size, lfs?.oid ?? oid, lfs ? 'sha256' : 'git-sha1'));
			}
		}
		return files;
	});
}

/** The tag names a file on disk, so nothing but a hash is taken for one. Who may not read a file is given stars. */
function hubFile(path: unknown, size: unknown, tag: unknown, hash: HashName): HubFile {
	const isTag =
		typeof tag === 'string' &&
		(hash === 'sha256' ? /^\*{64}$/.test(tag) || SHA256.test(tag) : SHA1.test(tag));
	if (
		typeof path !== 'string' ||
		typeof size !== 'number' ||
		!Number.isSafeInteger(size) ||
		size < 0 ||
		!isTag
	) {
		throw new ProblemError({
			code: 'protocol',
			detail: 'The Hub’s list of files has an entry that is none.',
		});
	}
	return { path, size, tag, hash };
}
