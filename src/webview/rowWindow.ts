import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { foundIn, type FoundText, selectIn } from './foundText';
import { HiddenRows } from './hiddenRows';
import { visibleRows, type VisibleRows } from './visibleRows';

/** CSS pixels of a row; the style sheet gives rows this height. */
export const ROW_HEIGHT = 24;
/** Rows up to which a list is in the page as a whole. */
const SHORT = 200;
/** Height of the list before it is measured, in CSS pixels. */
const FIRST_HEIGHT = 480;

/** A long list. */
export interface RowSource {
	readonly count: number;
	row(index: number): TemplateResult;
	/** All words of a row, for whoever searches in the page. */
	text(index: number): string;
	/** Another one as soon as any row says something else. */
	readonly version: object;
}

/**
 * Keeps only those rows of a long list in the page that are in sight; of the others their words only, where the page's own search
 * finds them, and they come into sight. The host scrolls in its `.rows-viewport`.
 */
export class RowWindow implements ReactiveController {
	private top = 0;
	private height = FIRST_HEIGHT;
	private shown: VisibleRows = { first: 0, last: 0 };
	private readonly hidden: HiddenRows;
	/** What was found out of sight, until its row is in the page. */
	private found: FoundText | undefined;

	constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
		host.addController(this);
		this.hidden = new HiddenRows(() => host.requestUpdate());
	}

	hostConnected(): void {
		document.addEventListener('selectionchange', this.selected);
	}

	hostDisconnected(): void {
		document.removeEventListener('selectionchange', this.selected);
		this.hidden.rest();
	}

	/** The rows in sight, between the words of those that are not. */
	rows(source: RowSource): TemplateResult {
		const { count } = source;
		this.shown =
			count <= SHORT ? { first: 0, last: count } : visibleRows(count, ROW_HEIGHT, this.top, this.height);
		const { first, last } = this.shown;
		const indices = Array.from({ length: last - first }, (_, at) => first + at);
		// Each keeps its elements while it is in sight, and with them what is selected there.
		const rows = repeat(
			indices,
			index => index,
			index => source.row(index),
		);
		return html`${this.hidden.between(0, first, source)} ${rows} ${this.hidden.between(last, count, source)}`;
	}

	/** Scrolls as little as is needed to have a row in sight. */
	reveal(index: number): void {
		const { viewport } = this;
		if (viewport) {
			const top = index * ROW_HEIGHT;
			const height = viewport.clientHeight - ROW_HEIGHT;
			if (top < viewport.scrollTop || top > viewport.scrollTop + height) {
				viewport.scrollTop = top < viewport.scrollTop ? top : top - height;
			}
			this.measure();
		}
	}

	/** To be called when the viewport was scrolled. */
	readonly scrolled = (): void => this.measure();

	hostUpdated(): void {
		for (const block of this.host.querySelectorAll<HTMLElement & { rows?: number }>('.rows-text')) {
			// The page's policy forbids styles in markup, not those that its own script sets.
			block.style.blockSize = `${(block.rows ?? 0) * ROW_HEIGHT}px`;
		}
		const { found, shown } = this;
		if (found && found.row >= shown.first && found.row < shown.last) {
			this.found = undefined;
			const rows = this.host.querySelectorAll('.rows-viewport > :is(.grid-row:not(.grid-head), .json-row)');
			const row = rows[found.row - shown.first];
			if (row) {
				selectIn(row, found);
			}
		}
	}

	private readonly selected = (): void => {
		const found = foundIn(this.host);
		if (found) {
			this.found = found;
			this.reveal(found.row);
		}
	};

	private measure(): void {
		const { viewport } = this;
		if (viewport) {
			this.top = viewport.scrollTop;
			this.height = viewport.clientHeight;
			this.host.requestUpdate();
		}
	}

	private get viewport(): HTMLElement | null {
		return this.host.querySelector<HTMLElement>('.rows-viewport');
	}
}
