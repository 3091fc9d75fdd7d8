import type { RunView } from '../shared/run';
import type { TextBuffer } from './textBuffer';

/** A run in the page. The text of an answer is in the two buffers, and never in `view.output`. */
export interface RunRecord {
	readonly view: RunView;
	readonly content: TextBuffer;
	readonly reasoning: TextBuffer;
}
