import { makeRepo } from './catalogue/makeRepo';
import type { Repo, RepoFile, RepoKind, RepoOf, Revision } from './catalogue/repo';
import { sha1 } from './digests';

/** A file to be committed. */
export interface NewFile {
	readonly path: string;
	readonly content: Uint8Array | string;
	/** Whether it is kept by hash; default: what is no text. */
	readonly lfs?: boolean;
}

/** What a commit says about itself. */
export type CommitFacts = Pick<Revision, 'title' | 'message' | 'author'>;

/** The repositories that one running Hub holds: the catalogue, and what clients have made, moved or removed since. */
export class RepoStore {
	private repos = new Map<string, Repo>();
	private commits = 0;

	constructor(private readonly catalogue: readonly Repo[]) {
		this.reset();
	}

	/** Forgets every change. */
	reset(): void {
		this.repos = new Map(this.catalogue.map(repo => [RepoStore.key(repo.kind, repo.id), repo]));
	}

	get<K extends RepoKind>(kind: K, id: string): RepoOf<K> | undefined {
		return this.repos.get(RepoStore.key(kind, id)) as RepoOf<K> | undefined;
	}

	list<K extends RepoKind>(kind: K): Array<RepoOf<K>> {
		return [...this.repos.values()].filter((repo): repo is RepoOf<K> => repo.kind === kind);
	}

	/** Adds the repository, or replaces the one of the same kind and id. */
	put(repo: Repo): void {
		this.repos.set(RepoStore.key(repo.kind, repo.id), repo);
	}

	delete(kind: RepoKind, id: string): void {
		this.repos.delete(RepoStore.key(kind, id));
	}

	/** Adds a repository with these files, or a commit with exactly these to the `main` of the one that is there. */
	commit(kind: RepoKind, id: string, files: readonly NewFile[], title = 'Upload files'): void {
		const known = this.get(kind, id);
		const repo: Repo = known ?? makeRepo(kind, id);
		const parent = known?.revisions().get('main');
		const before = new Map(parent?.files.map(file => [file.path, file]));
		const made = files.map(file => {
			const old = before.get(file.path);
			const one = repoFile(file);
			// A file that did not change keeps the commit that it came with.
			return old && Buffer.compare(old.content(), one.content()) === 0 ? old : one;
		});
		this.advance(repo, 'main', parent, made, { title, message: '', author: 'ada' });
	}

	/** Puts a new commit on a branch, which may be a new one. Answers with the commit. */
	advance(
		repo: Repo,
		branch: string,
		parent: Revision | undefined,
		files: readonly RepoFile[],
		facts: CommitFacts,
	): Revision {
		const date = new Date().toISOString();
		const revision: Revision = {
			...facts,
			sha: sha1(`${parent?.sha ?? repo.id} ${facts.title} ${date} ${++this.commits}`),
			files,
			date,
			...(parent && { parent }),
		};
		const revisions = new Map(parent ? repo.revisions() : []).set(branch, revision);
		this.put({ ...repo, lastModified: date, revisions: () => revisions });
		return revision;
	}

	private static key(kind: RepoKind, id: string): string {
		return `${kind}:${id}`;
	}
}

function repoFile({ path, content, lfs }: NewFile): RepoFile {
	const bytes = typeof content === 'string' ? Buffer.from(content) : content;
	return { path, lfs: lfs ?? bytes.includes(0), content: () => bytes };
}
