import { html, nothing, render, type TemplateResult } from 'lit';
import { dispatch } from '../../shared/handlers';
import type { FromRepoPage, PartName, PartsState, RepoPageState, ToRepoPage } from '../../shared/repoPage';
import type { RepoType } from '../../shared/repoType';
import { LinkGuard } from '../linkGuard';
import { iconButton } from '../parts/iconButton';
import type { VsCodeApi } from '../vsCodeApi';
import { cardTarget } from './cardTarget';
import { factList } from './factList';
import { headingId } from './headingId';
import { partTemplate } from './partTemplate';
import { TABS, type Tab } from './tabs';

/** Lines of a log that are shown; the oldest go. */
const MOST_LINES = 2000;

/** What outlives the page: whose it was, and what was looked at. */
export interface KeptState {
	readonly type: RepoType;
	readonly id: string;
	readonly tab: Tab['id'];
}

/** The page of one repo: what it is, and below that one tab at a time. */
export class RepoPage {
	private state: RepoPageState | undefined;
	private tab: Tab['id'] = 'card';
	private scheduled = false;

	constructor(
		private readonly root: HTMLElement,
		private readonly api: VsCodeApi<FromRepoPage, KeptState>,
	) {}

	/** Begins to listen, and asks the host for everything. */
	start(): void {
		const kept = this.api.getState();
		if (typeof kept === 'object' && kept !== null && 'tab' in kept) {
			this.tab = TABS.find(({ id }) => id === kept.tab)?.id ?? 'card';
		}
		window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
			if (typeof data === 'object' && data !== null && 'type' in data) {
				this.receive(data as ToRepoPage);
			}
		});
		new LinkGuard(
			target => this.api.postMessage({ type: 'link', target }),
			href => this.follow(href),
		).watch(window);
		this.api.postMessage({ type: 'ready' });
	}

	private receive(message: ToRepoPage): void {
		dispatch<ToRepoPage>(
			{
				state: ({ state }) => {
					this.state = state;
					this.remember();
				},
				part: ({ parts }) => this.change({ ...this.state?.parts, ...parts }),
				pinned: ({ isPinned }) => {
					this.state = this.state && { ...this.state, isPinned };
				},
				showFiles: () => this.go('files'),
				lines: ({ lines }) => {
					const log = this.state?.parts.log;
					if (log?.state === 'ready') {
						const all = [...log.value.lines, ...lines].slice(-MOST_LINES);
						this.change({
							...this.state?.parts,
							log: { state: 'ready', value: { ...log.value, lines: all } },
						});
					}
				},
			},
			message,
		);
		this.schedule();
	}

	/** A press of a card's link that stays in the repo. */
	private follow(href: string): void {
		const target = cardTarget(href);
		switch (target?.kind) {
			case undefined:
				return;
			case 'file':
				return this.api.postMessage({ type: 'openLinked', path: target.path });
			case 'folder':
				this.api.postMessage({ type: 'openFolder', path: target.path });
				return this.go('files');
			case 'heading': {
				const heading = document.getElementById(headingId(target.slug));
				heading?.scrollIntoView();
				heading?.focus({ preventScroll: true });
			}
		}
	}

	private change(parts: PartsState): void {
		this.state = this.state && { ...this.state, parts };
	}

	/** The editor hands this back after a reload, so that the host knows whose page it was. */
	private remember(): void {
		if (this.state) {
			this.api.setState({ type: this.state.type, id: this.state.id, tab: this.tab });
		}
	}

	private schedule(): void {
		if (!this.scheduled) {
			this.scheduled = true;
			requestAnimationFrame(() => {
				this.scheduled = false;
				render(this.template(), this.root);
			});
		}
	}

	private template(): TemplateResult | typeof nothing {
		const { state } = this;
		if (!state) {
			return nothing;
		}
		const tabs = TABS.filter(({ types }) => types.includes(state.type));
		const shown = tabs.find(({ id }) => id === this.tab) ?? tabs[0];
		const facts = state.parts.facts;
		return html`<main class="repo">
			<header>
				<h1>${state.id}</h1>
				${this.actions(state)}
				${
					facts?.state === 'ready'
						? html`${factList(facts.value.facts)}
								<p class="tags">${facts.value.tags.map(tag => html`<span class="tag">${tag}</span>`)}</p>`
						: this.part('facts')
				}
			</header>
			<div
				class="tabs"
				role="tablist"
				aria-label="Parts of the repo"
				@keydown=${(event: KeyboardEvent) => this.moved(event, tabs)}
			>
				${tabs.map(
					({ id, label }) =>
						html`<button
							type="button"
							role="tab"
							id="tab-${id}"
							aria-controls="panel"
							aria-selected=${id === shown?.id}
							tabindex=${id === shown?.id ? 0 : -1}
							@click=${() => this.choose(id)}
						>
							${label}
						</button>`,
				)}
			</div>
			<section id="panel" role="tabpanel" aria-labelledby="tab-${shown?.id ?? ''}" tabindex="0">
				${shown?.parts.map(name => this.part(name)) ?? nothing}
			</section>
		</main>`;
	}

	private part(name: PartName): TemplateResult | typeof nothing {
		return partTemplate(name, this.state?.parts ?? {}, message => {
			this.api.postMessage(message);
			if (message.type === 'readTensors') {
				// That is where they are shown, from whichever tab they were asked for.
				this.choose('weights');
			}
		});
	}

	private actions({ type, isPinned }: RepoPageState): TemplateResult {
		const action =
			(name: Extract<FromRepoPage, { type: 'action' }>['action']): (() => void) =>
			() =>
				this.api.postMessage({ type: 'action', action: name });
		return html`<div class="actions" role="toolbar" aria-label="Actions">
			${type === 'model' ? iconButton('play', 'Run on Selection', action('run'), true) : nothing}
			${isPinned ? iconButton('pinned', 'Unpin', action('unpin'), true) : iconButton('pin', 'Pin', action('pin'), true)}
			${iconButton('cloud-download', 'Download…', action('download'), true)}
			${iconButton('copy', 'Copy Id', action('copyId'), true)}
			${iconButton('link-external', 'Open on the Hub', action('openOnHub'), true)}
		</div>`;
	}

	private choose(id: Tab['id']): void {
		this.tab = id;
		this.remember();
		this.schedule();
	}

	/** Chooses a tab, and puts the keyboard there. */
	private go(id: Tab['id']): void {
		this.choose(id);
		requestAnimationFrame(() => document.getElementById(`tab-${id}`)?.focus());
	}

	/** The arrow keys go from tab to tab, as everywhere. */
	private moved(event: KeyboardEvent, tabs: readonly Tab[]): void {
		const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
		const at = tabs.findIndex(({ id }) => id === this.tab);
		const next = tabs[(at + step + tabs.length) % tabs.length];
		if (step !== 0 && next) {
			event.preventDefault();
			this.go(next.id);
		}
	}
}
