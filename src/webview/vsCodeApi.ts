import type { FromPage } from '../shared/protocol';
import type { PageState } from './pageMemory';

/** What VS Code gives to a page, once. The state outlives the page, as long as there is the panel. */
export interface VsCodeApi {
	postMessage(message: FromPage): void;
	getState(): unknown;
	setState(state: PageState): void;
}

declare global {
	function acquireVsCodeApi(): VsCodeApi;
}
