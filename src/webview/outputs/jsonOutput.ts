import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { KeptOutputOf } from '../../shared/output';
import { isRecord } from '../isRecord';
import { type JsonRow, jsonRows } from '../jsonRows';
import { LightElement } from '../lightElement';
import { nextIndex } from '../nextIndex';
import type { PageContext } from '../pageContext';
import type { Look } from '../pageMemory';
import { copyAs } from '../parts/copyAs';
import '../parts/copyButton';
import type { RunRecord } from '../runRecord';
import { RowWindow } from '../rowWindow';

/** Characters of a text that are shown in its line. */
const LONGEST = 300;
/** How many of the user's foldings are kept. */
const MOST_OPENED = 200;
/** Characters of JSON up to which its second level is open at first. */
const SHORT = 100_000;

/** JSON as a tree. Arrow keys move and open, as in the editor's own trees. */
@customElement('hf-json')
export class JsonOutput extends LightElement {
	@property({ attribute: false }) declare output: KeptOutputOf<'json'>;
	@property({ attribute: false }) declare record: RunRecord;
	@property({ attribute: false }) declare context: PageContext;
	@state() declare private active: string;
	/** What the user has opened or closed, by path. */
	private opened: ReadonlyMap<string, boolean> = new Map();
	private readonly window = new RowWindow(this);
	private rows: readonly JsonRow[] = [];
	private openLevels = 1;

	constructor() {
		super();
		this.active = '$';
	}

	protected override willUpdate(changed: PropertyValues<this>): void {
		const { value } = this.output;
		if (changed.has('output')) {
			this.opened = readOpened(this.look.read());
			this.openLevels = (JSON.stringify(value) ?? '').length <= SHORT ? 2 : 1;
		}
		this.rows = jsonRows(value, (path, level) => this.opened.get(path) ?? level <= this.openLevels);
	}

	protected override render(): unknown {
		const active = this.rows.find(({ path }) => path === this.active) ?? this.rows[0];
		return html`
			<div
				class="rows-viewport json"
				role="tree"
				aria-label="JSON"
				aria-activedescendant=${active ? this.idOf(active) : nothing}
				tabindex="0"
				@scroll=${this.window.scrolled}
				@keydown=${this.keyPressed}
			>
				${this.window.rows({
					count: this.rows.length,
					row: index => this.row(index),
					text: index => wordsOf(this.rows[index]),
					version: this.opened,
				})}
			</div>
			<div class="output-tools">
				${copyAs(this.record, this.context, 'json')}
				<hf-copy-button
					.label=${'Copy Value'}
					.press=${() => active && this.copy(textOf(active.value))}
				></hf-copy-button>
				<hf-copy-button
					.label=${'Copy Path'}
					.press=${() => active && this.copy(active.path)}
				></hf-copy-button>
			</div>
		`;
	}

	private row(index: number): TemplateResult {
		const row = this.rows[index];
		if (!row) {
			return html``;
		}
		const { path, level, name, size, isOpen } = row;
		return html`<div
			id=${this.idOf(row)}
			class=${`json-row level-${Math.min(level, 12)}${path === this.active ? ' active' : ''}`}
			role="treeitem"
			aria-level=${level}
			aria-expanded=${size ? isOpen : nothing}
			aria-selected=${path === this.active}
			@click=${() => this.pressed(row)}
		>
			<span class=${size ? `twistie codicon codicon-chevron-${isOpen ? 'down' : 'right'}` : 'twistie'}></span>
			${name ? html`<span class="json-name">${name}</span>` : nothing} ${shown(row)}
		</div>`;
	}

	private pressed(row: JsonRow): void {
		this.active = row.path;
		this.toggle(row, !row.isOpen);
	}

	private toggle({ path, size }: JsonRow, open: boolean): void {
		if (size) {
			const kept = [...this.opened].filter(([other]) => other !== path);
			this.opened = new Map([...kept, [path, open] as const].slice(-MOST_OPENED));
			this.look.keep(Object.fromEntries(this.opened));
		}
		this.requestUpdate();
	}

	private readonly keyPressed = (event: KeyboardEvent): void => {
		const at = Math.max(
			0,
			this.rows.findIndex(({ path }) => path === this.active),
		);
		const row = this.rows[at];
		const next = row && (nextIndex(event.key, at, this.rows.length) ?? this.sideways(event.key, row, at));
		if (next !== undefined) {
			event.preventDefault();
			this.active = this.rows[next]?.path ?? '$';
			this.window.reveal(next);
		}
	};

	/** Opens, closes, or goes in or out; answers with the line that is active then. */
	private sideways(key: string, row: JsonRow, at: number): number | undefined {
		const isToggle = key === 'Enter' || key === ' ';
		if (isToggle || (key === 'ArrowRight' && !row.isOpen) || (key === 'ArrowLeft' && row.isOpen)) {
			this.toggle(row, !row.isOpen);
			return at;
		}
		if (key === 'ArrowRight') {
			return Math.min(at + 1, this.rows.length - 1);
		}
		return key === 'ArrowLeft'
			? Math.max(
					0,
					this.rows.findLastIndex(({ level }, index) => index < at && level < row.level),
				)
			: undefined;
	}

	private get look(): Look {
		return this.context.memory.look(this.record.view.id, 'json');
	}

	private idOf({ path }: JsonRow): string {
		return `json-${this.record.view.id}-${path}`.replace(/\s/g, '_');
	}

	private copy(text: string): void {
		this.context.post({ type: 'code', id: this.record.view.id, action: 'copy', text });
	}
}

function readOpened(value: unknown): ReadonlyMap<string, boolean> {
	const entries = isRecord(value) ? Object.entries(value) : [];
	return new Map(entries.flatMap(([path, is]) => (typeof is === 'boolean' ? [[path, is] as const] : [])));
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value, undefined, '\t');
}

/** What a line says; of one that can be opened, its name. */
function wordsOf(row: JsonRow | undefined): string {
	if (!row || row.size !== undefined) {
		return row?.name ?? '';
	}
	const { name = '', value } = row;
	return `${name} ${typeof value === 'string' ? JSON.stringify(value.slice(0, LONGEST)) : JSON.stringify(value)}`;
}

function shown({ value, size, range }: JsonRow): TemplateResult {
	if (size !== undefined) {
		const isList = Array.isArray(value);
		const count = `${size} ${isList ? 'item' : 'key'}${size === 1 ? '' : 's'}`;
		return range ? html`` : html`<span class="json-size">${isList ? '[ ]' : '{ }'} ${count}</span>`;
	}
	if (typeof value === 'string') {
		const text = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
		return html`<span class="json-text hljs-string" dir="auto" title=${text}>${JSON.stringify(text)}</span>`;
	}
	return html`<span class=${typeof value === 'number' ? 'hljs-number' : 'hljs-literal'}
		>${String(value)}</span
	>`;
}
