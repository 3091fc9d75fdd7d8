import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RunState } from '../shared/run';
import type { Conversation } from './conversation';
import { formatTime } from './formatTime';
import { icon } from './icon';
import { LightElement } from './lightElement';
import { nextIndex } from './nextIndex';

const STATES = {
	running: 'loading codicon-modifier-spin',
	finished: 'pass',
	stopped: 'circle-slash',
	failed: 'error',
} as const satisfies Record<RunState['type'], string>;

/** The window's runs, newest first: a list at the side of a wide panel, folded at the top of a narrow one. */
@customElement('hf-history')
export class RunHistory extends LightElement {
	@property({ attribute: false }) declare conversations: readonly Conversation[];
	@property({ attribute: false }) declare selectedId: string;
	@property({ attribute: false }) declare choose: (id: string) => void;
	@property({ attribute: false }) declare discard: (id: string) => void;
	/** Whether a narrow panel shows the list. */
	@state() declare private isOpen: boolean;

	constructor() {
		super();
		this.isOpen = false;
		this.addEventListener('keydown', event => this.keyPressed(event));
		this.addEventListener('focusout', ({ relatedTarget }) => {
			if (!(relatedTarget instanceof Node && this.contains(relatedTarget))) {
				this.isOpen = false;
			}
		});
	}

	protected override render(): unknown {
		return html`<nav class="history" aria-label="History of runs">
			<button
				type="button"
				class="history-button"
				aria-expanded=${this.isOpen}
				aria-controls="history-list"
				@click=${() => (this.isOpen = !this.isOpen)}
			>
				${icon('history')}<span>History</span><span class="badge">${this.conversations.length}</span>
				${icon(this.isOpen ? 'chevron-up' : 'chevron-down')}
			</button>
			<ol id="history-list" class=${this.isOpen ? 'history-list open' : 'history-list'} role="list">
				${this.conversations.map(conversation => this.item(conversation))}
			</ol>
		</nav>`;
	}

	private item({ first, last, compared, ids }: Conversation): TemplateResult {
		const { title, source } = first.view;
		const { id, state, startedAt } = last.view;
		const model = compared > 1 ? `${compared} compared` : last.view.model;
		const isSelected = ids.has(this.selectedId);
		const time = formatTime(startedAt, Date.now());
		const place = source ? ` · ${source.fileName}` : '';
		return html`<li>
			<button
				type="button"
				class="history-item"
				data-run-id=${id}
				data-state=${state.type}
				data-first-id=${first.view.id}
				aria-current=${isSelected}
				title=${`${title}${place}\n${model}`}
				tabindex=${isSelected ? 0 : -1}
				@click=${() => this.chosen(id)}
			>
				${icon(STATES[state.type])}
				<span class="history-title">${title}</span>
				<span class="history-model">${model}</span>
				<span class="history-time">${time}</span>
				<span class="visually-hidden">${state.type}</span>
			</button>
		</li>`;
	}

	private chosen(id: string): void {
		this.isOpen = false;
		this.choose(id);
	}

	/** Arrow keys move through the list, Delete removes an entry, Escape folds the list. */
	private keyPressed(event: KeyboardEvent): void {
		if (event.key === 'Escape' && this.isOpen) {
			event.preventDefault();
			this.isOpen = false;
			this.querySelector<HTMLElement>('.history-button')?.focus();
			return;
		}
		const items = [...this.querySelectorAll<HTMLElement>('.history-item')];
		const at = items.findIndex(item => item === event.target);
		const id = items[at]?.dataset.firstId;
		if (event.key === 'Delete' && id !== undefined) {
			event.preventDefault();
			(items[at + 1] ?? items[at - 1])?.focus();
			this.discard(id);
			return;
		}
		const next = nextIndex(event.key, at, items.length);
		if (next !== undefined && (at >= 0 || this.isOpen)) {
			event.preventDefault();
			items[next]?.focus();
		}
	}
}
