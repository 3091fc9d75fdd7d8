import type { ToPage } from '../shared/protocol';

/** What happens to the history: what the page is told after it has had the whole state. */
export type RunsEvent = Exclude<
	ToPage,
	{ readonly type: 'state' | 'media' | 'draft' | 'estimate' | 'form' | 'refused' }
>;
