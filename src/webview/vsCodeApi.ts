import type { FromPage } from '../shared/protocol';
import type { PageState } from './pageMemory';

/** What VS Code gives to a page, once; by default to that of the results. The state outlives the page, as long as there is the panel. */
export interface VsCodeApi<M = FromPage, S = PageState> {
	postMessage(message: M): void;
	getState(): unknown;
	setState(state: S): void;
}

declare global {
	function acquireVsCodeApi<M = FromPage, S = PageState>(): VsCodeApi<M, S>;
}
