import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { RowSource } from './rowWindow';

/** Rows whose words are in one block: what is laid out at once when somebody searches, or scrolls there. */
const BLOCK = 100;
/** Blocks that are written in one go. */
const AT_ONCE = 10;

/** A stretch of rows out of sight. `first` and `last`, exclusive, lie in one block. */
interface Stretch {
	readonly first: number;
	readonly last: number;
}

/** The words of rows that are out of sight, in blocks as high as the rows; they are written while the page has nothing else to do. */
export class HiddenRows {
	private version: object | undefined;
	private readonly blocks = new Map<number, string>();
	/** Blocks from the start whose words are there. */
	private written = 0;
	private idle: number | undefined;

	/** `changed` is called when more words are there. */
	constructor(private readonly changed: () => void) {}

	between(first: number, last: number, source: RowSource): TemplateResult {
		if (source.version !== this.version) {
			this.rest();
			this.version = source.version;
			this.blocks.clear();
			this.written = 0;
		}
		if (this.written * BLOCK < last && this.idle === undefined) {
			this.idle = requestIdleCallback(() => {
				this.idle = undefined;
				this.written += AT_ONCE;
				this.changed();
			});
		}
		return html`${repeat(
			stretches(first, last),
			stretch => Math.floor(stretch.first / BLOCK),
			stretch =>
				html`<div
					class="rows-text"
					aria-hidden="true"
					.rows=${stretch.last - stretch.first}
					.first=${stretch.first}
				>
					${this.words(stretch, source)}
				</div>`,
		)}`;
	}

	/** Nobody looks any more. */
	rest(): void {
		if (this.idle !== undefined) {
			cancelIdleCallback(this.idle);
			this.idle = undefined;
		}
	}

	private words({ first, last }: Stretch, source: RowSource): string {
		const block = Math.floor(first / BLOCK);
		if (block >= this.written) {
			return '';
		}
		const start = block * BLOCK;
		const end = Math.min(start + BLOCK, source.count);
		if (first > start || last < end) {
			return lines(first, last, source);
		}
		const known = this.blocks.get(block) ?? lines(start, end, source);
		this.blocks.set(block, known);
		return known;
	}
}

function stretches(first: number, last: number): readonly Stretch[] {
	const found: Stretch[] = [];
	for (let at = first; at < last;) {
		const end = Math.min(last, (Math.floor(at / BLOCK) + 1) * BLOCK);
		found.push({ first: at, last: end });
		at = end;
	}
	return found;
}

function lines(first: number, last: number, source: RowSource): string {
	const rows = Array.from({ length: last - first }, (_, at) => source.text(first + at));
	return rows.map(row => row.replace(/[\r\n]+/g, ' ')).join('\n');
}
