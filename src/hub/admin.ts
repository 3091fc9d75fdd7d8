import type { RepoRef } from '../shared/repoType';
import type { Gated } from './repo';

/** A repo that is to be made. */
export interface NewRepo extends RepoRef {
	readonly isPrivate: boolean;
	/** The identifier of a license, such as `mit`; it goes into the card. */
	readonly license?: string;
	/** What a Space is made with. */
	readonly sdk?: string;
}

/** What can be changed of a repo as a whole. */
export interface RepoChange {
	readonly isPrivate?: boolean;
	readonly gated?: Gated;
}

/** What a copy of a repo is to be called, and whether only its owner may see it. */
export interface RepoCopy {
	readonly id: string;
	readonly isPrivate: boolean;
}

/** The making, changing and deleting of repos. Every failure is a `ProblemError`; all need the right to write. */
export interface RepoAdmin {
	createRepo(repo: NewRepo, signal: AbortSignal): Promise<void>;
	deleteRepo(repo: RepoRef, signal: AbortSignal): Promise<void>;
	/** Renames a repo, or moves it to another owner. */
	moveRepo(repo: RepoRef, newId: string, signal: AbortSignal): Promise<void>;
	/** Makes a copy of a repo, with its history. */
	duplicateRepo(repo: RepoRef, copy: RepoCopy, signal: AbortSignal): Promise<void>;
	changeRepo(repo: RepoRef, change: RepoChange, signal: AbortSignal): Promise<void>;
	createBranch(repo: RepoRef, name: string, from: string, signal: AbortSignal): Promise<void>;
	deleteBranch(repo: RepoRef, name: string, signal: AbortSignal): Promise<void>;
	createTag(repo: RepoRef, name: string, at: string, signal: AbortSignal): Promise<void>;
	deleteTag(repo: RepoRef, name: string, signal: AbortSignal): Promise<void>;
}
