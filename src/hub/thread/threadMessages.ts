/** How a content is named by its hash: large files by sha256, small ones as git does it. */
export type HashName = 'sha256' | 'git-sha1';

/** A file of the cache as the scan gives it. */
export interface ScannedFile {
	/** Relative to the snapshot, with `/`. */
	readonly path: string;
	/** The blob's name; absent where the file itself is in the snapshot. */
	readonly blob?: string;
	/** Set where the link leads to nothing. */
	readonly isDangling?: true;
	readonly size: number;
	/** Epoch milliseconds of the last reading and the last writing, as far as the file system tells. */
	readonly accessedAt: number;
	readonly modifiedAt: number;
}

/** Bytes that a failed or running download has left. */
export interface ScannedBlob {
	readonly name: string;
	readonly size: number;
	readonly accessedAt: number;
	readonly modifiedAt: number;
}

/** A file to be looked into. */
export interface FileToInspect {
	/** Below the folder of the question, with `/`. */
	readonly path: string;
	/** The hash that is wanted of a file of at most so many bytes; of a larger one only its beginning is looked at. */
	readonly hash: HashName;
	readonly upTo: number;
}

export interface InspectedFile {
	readonly size: number;
	/** Epoch milliseconds. */
	readonly modifiedAt: number;
	/** The first 512 bytes, as base64. */
	readonly sample: string;
	/** Hex, where it was wanted. */
	readonly digest?: string;
	/** What kind of secret there seems to be in it, in words, where all of it was looked at. */
	readonly secret?: string;
}

/** Why a file could not be looked into: it is there no more, or it may not, or cannot, be read. */
export type FileFailure = 'gone' | 'unreadable';

/** What a look into a file came to. */
export type Inspected = InspectedFile | { readonly failure: FileFailure };

/** What is asked of the thread. Answers bear the `id` of their question. */
export type ThreadQuestion =
	| {
			readonly type: 'open';
			readonly id: number;
			readonly path: string;
			readonly size: number;
			readonly hash: HashName;
	  }
	| { readonly type: 'write'; readonly id: number; readonly buffer: ArrayBuffer; readonly length: number }
	| { readonly type: 'rewind'; readonly id: number }
	| { readonly type: 'finish'; readonly id: number }
	| { readonly type: 'close'; readonly id: number }
	| {
			readonly type: 'hash';
			readonly id: number;
			readonly path: string;
			readonly hash: HashName;
	  }
	| {
			readonly type: 'inspect';
			readonly id: number;
			/** An absolute path. */
			readonly folder: string;
			readonly files: readonly FileToInspect[];
	  }
	| { readonly type: 'scan'; readonly id: number; readonly root: string }
	/** More of a scan may come. */
	| { readonly type: 'next'; readonly id: number }
	| { readonly type: 'stop'; readonly id: number };

export type ThreadAnswer = { readonly id: number } & (
	| { readonly type: 'opened'; readonly offset: number }
	| { readonly type: 'written'; readonly buffer: ArrayBuffer }
	| { readonly type: 'progress'; readonly bytes: number }
	| { readonly type: 'done'; readonly digest: string; readonly size: number }
	| { readonly type: 'inspected'; readonly files: readonly Inspected[] }
	| { readonly type: 'scanned'; readonly parts: readonly ScanPart[] }
	| { readonly type: 'ended' }
	| { readonly type: 'failed'; readonly code: string; readonly message: string }
);

/** One step of a scan. */
export type ScanPart =
	| {
			readonly kind: 'repo';
			readonly folder: string;
			readonly refs: ReadonlyArray<readonly [string, string]>;
	  }
	| { readonly kind: 'files'; readonly commit: string; readonly files: readonly ScannedFile[] }
	| { readonly kind: 'blobs'; readonly blobs: readonly ScannedBlob[] };
