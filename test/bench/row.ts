import type { Sample } from './sample';

export type Unit = 'ms' | 'kB' | 'MiB' | 'count' | 'deltas/s';

/** What ours is held against, measured in the same run. */
export interface Control {
	readonly name: string;
	readonly sample: Sample;
}

/** What ours may be at most: by itself, more than its controls, or in proportion to their sum. */
export type Budget =
	| { readonly of: 'value'; readonly most: number }
	| { readonly of: 'difference'; readonly most: number }
	| { readonly of: 'ratio'; readonly most: number };

/** One line of the table. */
export interface Row {
	readonly what: string;
	readonly unit: Unit;
	readonly ours: Sample;
	/** Several are added up. */
	readonly controls?: readonly Control[];
	readonly budget?: Budget;
}
