import type { RepoRef } from './repoType';
import type { WordedProblem } from './run';

/** A part of the page that comes by itself: it is on its way, there, or it did not come. */
export type Part<T> =
	| { readonly state: 'loading' }
	| { readonly state: 'ready'; readonly value: T }
	| { readonly state: 'failed'; readonly problem: WordedProblem };

export type Fact = readonly [name: string, value: string];

export interface FileView {
	readonly name: string;
	readonly path: string;
	readonly isFolder: boolean;
	readonly size: string;
	/** The title of the last commit, and its day. */
	readonly commit: string;
	readonly date: string;
	/** Whether its header can be read: safetensors and GGUF. */
	readonly isWeights: boolean;
}

export interface RefView {
	readonly name: string;
	readonly commit: string;
}

export interface CommitView extends RefView {
	readonly authors: string;
	readonly date: string;
}

/** How a version of the weights fits into this machine's memory. */
export type Fit = 'fits' | 'tight' | 'no';

export interface QuantView {
	readonly name: string;
	readonly size: string;
	/** Whether it is a file of this repo, or what the weights would be if they were converted. */
	readonly isFile: boolean;
	readonly fit: Fit;
}

export interface ProviderView {
	readonly name: string;
	readonly task: string;
	readonly price: string;
	readonly speed: string;
	readonly context: string;
	readonly isLive: boolean;
}

export interface TensorsView {
	readonly path: string;
	readonly facts: readonly Fact[];
	readonly tensors: ReadonlyArray<readonly [name: string, type: string, shape: string]>;
	/** How many more there are than are shown. */
	readonly left: number;
}

/** What the page shows, part by part. A type of repo has some of them. */
export interface RepoParts {
	readonly facts: { readonly facts: readonly Fact[]; readonly tags: readonly string[] };
	readonly card: { readonly facts: readonly Fact[]; readonly markdown: string };
	readonly files: { readonly folder: string; readonly rows: readonly FileView[]; readonly hasMore: boolean };
	readonly history: {
		readonly branches: readonly RefView[];
		readonly tags: readonly RefView[];
		readonly pullRequests: readonly RefView[];
		readonly commits: readonly CommitView[];
		/** How many commits there are, where the Hub says so. */
		readonly total?: number;
		/** Whether there are commits before those, and whether they are on their way. */
		readonly more: 'none' | 'there' | 'loading';
	};
	readonly weights: {
		readonly total: string;
		readonly byType: ReadonlyArray<readonly [type: string, count: string, percent: number]>;
		readonly quants: readonly QuantView[];
		readonly memory: string;
		readonly files: readonly string[];
	};
	/** Of the file whose header was asked for. */
	readonly tensors: TensorsView;
	readonly providers: readonly ProviderView[];
	readonly data: {
		readonly splits: readonly string[];
		readonly selected: number;
		readonly columns: ReadonlyArray<readonly [name: string, type: string]>;
		readonly rows: ReadonlyArray<readonly string[]>;
	};
	readonly statistics: ReadonlyArray<{ readonly name: string; readonly facts: readonly Fact[] }>;
	readonly space: {
		readonly facts: readonly Fact[];
		/** Whether it is the user’s, or one of an organisation of theirs. */
		readonly isOwn: boolean;
		readonly canRestart: boolean;
		readonly canPause: boolean;
	};
	readonly variables: { readonly secrets: readonly Fact[]; readonly variables: readonly Fact[] };
	readonly log: {
		readonly which: 'run' | 'build';
		readonly lines: readonly string[];
		readonly isOpen: boolean;
	};
}

export type PartName = keyof RepoParts;

export type PartsState = { readonly [N in PartName]?: Part<RepoParts[N]> };

export interface RepoPageState extends RepoRef {
	readonly isPinned: boolean;
	readonly parts: PartsState;
}

/** Host to page. */
export type ToRepoPage =
	| { readonly type: 'state'; readonly state: RepoPageState }
	| { readonly type: 'part'; readonly parts: PartsState }
	| { readonly type: 'pinned'; readonly isPinned: boolean }
	/** Goes to the Files tab. */
	| { readonly type: 'showFiles' }
	/** More lines of the log that is shown. */
	| { readonly type: 'lines'; readonly lines: readonly string[] };

/** What a button of the page does with the repo as a whole. */
export type RepoPageAction =
	| 'run'
	| 'pin'
	| 'unpin'
	| 'download'
	| 'copyId'
	| 'openOnHub'
	| 'restart'
	| 'rebuild'
	| 'pause'
	| 'variables'
	| 'statistics';

/** Page to host. */
export type FromRepoPage =
	| { readonly type: 'ready' }
	| { readonly type: 'action'; readonly action: RepoPageAction }
	| { readonly type: 'openFile'; readonly path: string }
	/** What a card links to by its name: a file, or a folder without its slash. Only the Hub knows which. */
	| { readonly type: 'openLinked'; readonly path: string }
	| { readonly type: 'openFolder'; readonly path: string }
	| { readonly type: 'readTensors'; readonly path: string }
	| { readonly type: 'moreCommits' }
	| { readonly type: 'showCommit'; readonly target: string }
	| { readonly type: 'link'; readonly target: string }
	| { readonly type: 'chooseSplit'; readonly index: number }
	| { readonly type: 'showLog'; readonly which: 'run' | 'build' }
	/** Presses a button of a part that did not come: the first loads it once more. */
	| { readonly type: 'remedy'; readonly part: PartName; readonly index: number };
