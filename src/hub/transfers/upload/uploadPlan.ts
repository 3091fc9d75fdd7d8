import type { RepoRef } from '../../../shared/repoType';

/** A file of this machine that may be uploaded. */
export interface LocalFile {
	/** Relative to the folder, with `/`. */
	readonly path: string;
	readonly size: number;
	/** Epoch milliseconds; with the size it tells whether the file changed while it was being uploaded. */
	readonly modifiedAt: number;
}

/** What becomes of one file. */
export type UploadChange = 'added' | 'changed' | 'deleted';

/** A file that is to be committed; the hash decides whether it changed, and is what the Hub knows large files by. */
export interface UploadFile extends LocalFile {
	readonly change: 'added' | 'changed';
	/** `lfs`: kept by hash. */
	readonly mode: 'regular' | 'lfs';
	/** The sha256 of a large file, the git id of a small one. */
	readonly tag: string;
	/** Why it is not uploaded before somebody has looked at it. */
	readonly secret?: string;
}

/** What is uploaded, and where to. */
export interface UploadSource {
	readonly repo: RepoRef;
	/** An absolute path. */
	readonly folder: string;
	readonly branch: string;
	/** The folder of the repo that all of it goes to; nothing is compared, and nothing changes, outside of it. Without one, the root. */
	readonly into?: string;
	/** Files and folders of the folder, relative and with `/`, where not all of it is meant. */
	readonly only?: readonly string[];
	/** Ignored files, and folders with `/` at their end, that are taken all the same. */
	readonly also?: readonly string[];
}

/** Everything that an upload would do, on top of one commit. */
export interface UploadPlan extends UploadSource {
	/** The commit that the plan is made against; one that comes between makes the upload fail. */
	readonly parent: string;
	readonly files: readonly UploadFile[];
	/** Files of the repo that are not in the folder, by the paths that they would have in it. They stay unless they are asked to go. */
	readonly missing: readonly string[];
	readonly unchanged: number;
	readonly ignored: readonly string[];
	readonly withheld: readonly string[];
	/** What is taken although it is ignored, because it was chosen by name; a folder ends with `/`, and `./` is all of it. */
	readonly overruled: readonly string[];
	/** Files, and folders with `/` at their end, that are there and cannot be read. */
	readonly unreadable: readonly string[];
	/** Larger than what the Hub takes, in bytes. */
	readonly tooLarge: readonly LocalFile[];
	/** The repo is not the user's to write to: what is committed can only be proposed. */
	readonly onlyProposed: boolean;
}

/** The Hub takes no single file above this, in bytes. */
export const LARGEST_FILE = 500e9;
