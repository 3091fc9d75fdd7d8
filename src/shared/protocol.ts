import type { RunView } from './run';

/** Which stream of an answer a delta belongs to. */
export type DeltaChannel = 'content' | 'reasoning';

/** Host to page. `state` answers `ready` with everything; the rest are deltas to it. */
export type ToPage =
	| { readonly type: 'state'; readonly runs: readonly RunView[]; readonly selected: string | undefined }
	/** A new run, or all of a known one again. */
	| { readonly type: 'run'; readonly run: RunView }
	/** What changed in a run, without the text that deltas already brought. */
	| { readonly type: 'change'; readonly id: string; readonly change: Partial<RunView> }
	| { readonly type: 'delta'; readonly id: string; readonly channel: DeltaChannel; readonly text: string }
	| { readonly type: 'select'; readonly id: string }
	| { readonly type: 'remove'; readonly id: string };

/** What a button on a result does. */
export type RunAction =
	'stop' | 'runAgain' | 'runWith' | 'copy' | 'insert' | 'replace' | 'open' | 'reveal' | 'remove';

/** Page to host. */
export type FromPage =
	| { readonly type: 'ready' }
	| { readonly type: 'action'; readonly id: string; readonly action: RunAction }
	/** The `index`-th remedy of the run's problem was pressed. */
	| { readonly type: 'remedy'; readonly id: string; readonly index: number }
	| { readonly type: 'select'; readonly id: string }
	/** A code block's own buttons. */
	| { readonly type: 'code'; readonly id: string; readonly action: 'copy' | 'insert'; readonly text: string }
	/** A link in an answer was pressed; the host checks it before it opens anything. */
	| { readonly type: 'link'; readonly href: string }
	| { readonly type: 'start' };
