import { listFiles } from '@huggingface/hub';
import type { RepoRef } from '../shared/repoType';
import { ProblemError } from '../util/problemError';
import { answerError } from './answerError';
import type { CommitPage, FileEntry, FilePage, FilePart, Refs, RepoAt, RepoContents } from './contents';
import { getJson } from './getJson';
import type { HubCaller } from './hubCaller';
import { parseCommit, parseEntry, parseRefs } from './parseContents';
import { readPage } from './readPage';
import { apiPath, encodedPath, pagePath } from './repoPaths';

const MOST_ENTRIES = 1000;
const MOST_DETAILED = 50;

type Folder = Parameters<RepoContents['files']>[1];

/** What is in repos, over the client package where it has the call. */
export class ContentsClient implements RepoContents {
	constructor(private readonly caller: HubCaller) {}

	files(at: RepoAt, folder: Folder, signal: AbortSignal): Promise<FilePage> {
		return this.filePage(at, folder, undefined, signal);
	}

	async entries(at: RepoAt, paths: readonly string[], signal: AbortSignal): Promise<readonly FileEntry[]> {
		const path = `${apiPath(at)}/paths-info/${encodeURIComponent(at.revision)}`;
		const body = { paths, expand: false };
		const answer = await getJson(this.caller, path, { signal, repo: at.id }, body);
		return (Array.isArray(answer.body) ? (answer.body as unknown[]) : [])
			.map(parseEntry)
			.filter(entry => entry !== undefined);
	}

	/** Not shared among callers, since the bytes would have to be copied for each. */
	async read(at: RepoAt, path: string, part: FilePart, signal: AbortSignal): Promise<Uint8Array> {
		const where = `${pagePath(at)}/resolve/${encodeURIComponent(at.revision)}/${encodedPath(path)}`;
		const question = { signal, repo: at.id, storage: true, file: { path, revision: at.revision } };
		return this.caller.ask(question, async ({ hubUrl, accessToken, fetch: fetchOne }) => {
			const response = await fetchOne(`${hubUrl}${where}`, {
				headers: {
					...(accessToken !== undefined && { Authorization: `Bearer ${accessToken}` }),
					...('from' in part && { Range: `bytes=${part.from}-${part.to - 1}` }),
				},
			});
			if (!response.ok) {
				throw await answerError(response);
			}
			if (!response.headers.has('ETag') && !response.headers.has('X-Linked-ETag')) {
				// A file has a tag wherever it comes from; a page of a proxy’s has none.
				await response.body?.cancel();
				throw new ProblemError({ code: 'protocol', detail: 'The answer is not a file of the repo.' });
			}
			return readBody(response, path, part);
		});
	}

	async refs(repo: RepoRef, signal: AbortSignal): Promise<Refs> {
		const path = `${apiPath(repo)}/refs?include_prs=1`;
		return parseRefs((await getJson(this.caller, path, { signal, repo: repo.id })).body);
	}

	commits(at: RepoAt, signal: AbortSignal): Promise<CommitPage> {
		const path = `${apiPath(at)}/commits/${encodeURIComponent(at.revision)}?limit=50`;
		return this.commitPage(at, path, signal);
	}

	private async commitPage(at: RepoAt, path: string, signal: AbortSignal): Promise<CommitPage> {
		const { body, headers, nextUrl } = await getJson(this.caller, path, { signal, repo: at.id });
		const total = headers.get('X-Total-Count') ?? '';
		const commits = (Array.isArray(body) ? (body as unknown[]) : []).map(parseCommit);
		return {
			commits: commits.filter(commit => commit !== undefined),
			...(/^\d+$/.test(total) && { total: Number(total) }),
			...(nextUrl && { next: (next: AbortSignal) => this.commitPage(at, nextUrl, next) }),
		};
	}

	private async filePage(
		at: RepoAt,
		folder: Folder,
		url: string | undefined,
		signal: AbortSignal,
	): Promise<FilePage> {
		const { path, recursive = false, commits = false } = folder;
		const { type, id, revision } = at;
		// Neither is encoded by the package, so that a `#` or a `?` in a name would end the path.
		const encoded = { revision: encodeURIComponent(revision), path: encodedPath(path) };
		apiPath(at);
		const { entries, nextUrl } = await this.caller.askOnce(
			`files ${type} ${id} ${JSON.stringify([revision, folder])} ${url ?? ''}`,
			{ signal, repo: id, file: { path, revision } },
			way =>
				readPage(
					source =>
						listFiles({ ...source, repo: { type, name: id }, recursive, expand: commits, ...encoded }),
					{ url, parameters: { limit: String(commits ? MOST_DETAILED : MOST_ENTRIES) } },
					way,
				),
		);
		return {
			entries: entries.map(parseEntry).filter(entry => entry !== undefined),
			...(nextUrl && { next: (next: AbortSignal) => this.filePage(at, folder, nextUrl, next) }),
		};
	}
}

/** Reads no more than was asked for, whatever comes. */
async function readBody(response: Response, path: string, part: FilePart): Promise<Uint8Array> {
	const wanted = 'from' in part ? part.to - part.from : part.most;
	// Without ranges, a server sends the whole file; its beginning can be had all the same.
	const skipped = 'from' in part && response.status === 200 ? part.from : 0;
	const declared = Number(response.headers.get('Content-Length') ?? NaN);
	if (!('from' in part) && declared > wanted) {
		await response.body?.cancel();
		throw new ProblemError({ code: 'file.tooLarge', file: path, bytes: declared, most: wanted });
	}
	const chunks: Uint8Array[] = [];
	let length = 0;
	const body: ReadableStream<Uint8Array> | null = response.body;
	const reader = body?.getReader();
	while (reader && length < skipped + wanted + 1) {
		const { done, value } = await reader.read();
		if (done) {
			break;
		}
		chunks.push(value);
		length += value.byteLength;
	}
	await reader?.cancel();
	if (!('from' in part) && length > wanted) {
		throw new ProblemError({ code: 'file.tooLarge', file: path, bytes: length, most: wanted });
	}
	return new Uint8Array(Buffer.concat(chunks).subarray(skipped, skipped + wanted));
}
