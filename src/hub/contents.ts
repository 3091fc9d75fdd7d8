import type { Problem } from '../shared/problem';
import type { RepoRef } from '../shared/repoType';

/** A repo at one of its branches, tags or commits. */
export interface RepoAt extends RepoRef {
	/** `main`, `v1.0`, `refs/pr/1`, or a commit's 40 hex digits. */
	readonly revision: string;
}

/** A file or a folder of a repo. */
export interface FileEntry {
	readonly type: 'file' | 'folder';
	/** From the root, with slashes. */
	readonly path: string;
	/** Bytes; of a large file those that it really has. */
	readonly size: number;
	/** Whether it is kept outside of git: weights, pictures, archives. */
	readonly isLarge: boolean;
	/** The git id, by which a file that has not changed is known. */
	readonly oid: string;
	/** Where it was asked for. */
	readonly lastCommit?: { readonly id: string; readonly title: string; readonly date: number };
}

export interface FilePage {
	readonly entries: readonly FileEntry[];
	/** Why it is only what the shared cache holds, where the Hub could not be asked. */
	readonly insteadOf?: Problem;
	readonly next?: (signal: AbortSignal) => Promise<FilePage>;
}

/** A branch, tag or pull request, and the commit that it points to. */
export interface Ref {
	/** As a revision: `main`, `v1.0`, `refs/pr/1`. */
	readonly name: string;
	readonly commit: string;
}

export interface Refs {
	readonly branches: readonly Ref[];
	readonly tags: readonly Ref[];
	readonly pullRequests: readonly Ref[];
}

export interface Commit {
	readonly id: string;
	readonly title: string;
	readonly message: string;
	readonly authors: readonly string[];
	/** Epoch milliseconds. */
	readonly date: number;
}

export interface CommitPage {
	readonly commits: readonly Commit[];
	/** How many there are on all pages, where the Hub says so. */
	readonly total?: number;
	readonly next?: (signal: AbortSignal) => Promise<CommitPage>;
}

/** How much of a file is asked for: all of it if it is not larger than `most` bytes, or the bytes of `from` to before `to`. */
export type FilePart = { readonly most: number } | { readonly from: number; readonly to: number };

/** What is in repos, as the features see it. Every failure is a `ProblemError`. */
export interface RepoContents {
	/**
	 * The files and folders in one folder (`''` for the root), up to 1,000 at a time, or 50 with `commits`, the last commit of
	 * each. Never the contents.
	 */
	files(
		at: RepoAt,
		folder: { readonly path: string; readonly recursive?: boolean; readonly commits?: boolean },
		signal: AbortSignal,
	): Promise<FilePage>;
	/** The files and folders of these paths, in no order; what is not there is left out. */
	entries(at: RepoAt, paths: readonly string[], signal: AbortSignal): Promise<readonly FileEntry[]>;
	/** Bytes of one file. One that is too large, or not there, is a problem. */
	read(at: RepoAt, path: string, part: FilePart, signal: AbortSignal): Promise<Uint8Array>;
	refs(repo: RepoRef, signal: AbortSignal): Promise<Refs>;
	/** The history of a revision, the latest first, 50 at a time. */
	commits(at: RepoAt, signal: AbortSignal): Promise<CommitPage>;
}
