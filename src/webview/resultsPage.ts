import { html, nothing, render, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { dispatch } from '../shared/handlers';
import type { ToPage } from '../shared/protocol';
import { FrameLoop, type FrameTask } from './frameLoop';
import { icon } from './icon';
import { LinkGuard } from './linkGuard';
import type { PageContext } from './pageContext';
import { PageMemory } from './pageMemory';
import { emptyState } from './parts/emptyState';
import './runArticle';
import './runHistory';
import type { RunRecord } from './runRecord';
import { RunStore } from './runStore';
import { ScrollFollower } from './scrollFollower';
import type { VsCodeApi } from './vsCodeApi';

/** Milliseconds without scrolling after which the place is remembered. */
const SETTLED = 250;
/** Frames for which the end of the page is still followed after a run has ended, while the last parts appear. */
const LAST_FRAMES = 4;

/** The results panel's page: one run large, the others in a list. */
export class ResultsPage implements FrameTask {
	private readonly memory: PageMemory;
	private readonly loop = new FrameLoop(isMore => this.afterFrame(isMore));
	private readonly store = new RunStore({
		changed: () => this.changed(),
		grew: () => this.loop.schedule(),
	});
	private readonly follower = new ScrollFollower(document.documentElement, () => this.changed());
	private readonly context: PageContext;
	private hasChanged = true;
	private shownId: string | undefined;
	private lastFrames = 0;
	/** How far to scroll down once there is enough to scroll over. */
	private restoring: number | undefined;
	private settling: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly root: HTMLElement,
		private readonly api: VsCodeApi,
	) {
		this.memory = new PageMemory(api);
		this.context = {
			loop: this.loop,
			memory: this.memory,
			post: message => this.api.postMessage(message),
			isFollowing: () => this.follower.atEnd,
		};
	}

	/** Begins to listen, and asks the host for everything. */
	start(): void {
		this.loop.add(this);
		window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
			if (isMessage(data)) {
				dispatch(this.store.handlers, data);
			}
		});
		document.addEventListener('scroll', () => this.scrolled(), { passive: true });
		new LinkGuard(href => this.context.post({ type: 'link', href })).watch(window);
		this.context.post({ type: 'ready' });
	}

	work(): boolean {
		if (!this.hasChanged) {
			return false;
		}
		this.hasChanged = false;
		const { selected } = this.store;
		this.noteRun(selected);
		render(this.template(selected), this.root);
		// The elements fill themselves after this frame's work; what they add is worked on in the next one.
		return true;
	}

	private changed(): void {
		this.hasChanged = true;
		this.loop.schedule();
	}

	private template(selected: RunRecord | undefined): TemplateResult | typeof nothing {
		if (!this.store.loaded) {
			return nothing;
		}
		if (!selected) {
			return html`<main>${emptyState(() => this.context.post({ type: 'start' }))}</main>`;
		}
		const { id } = selected.view;
		const records = this.store.newestFirst();
		const isLeftBehind = selected.view.state.type === 'running' && !this.follower.atEnd;
		return html`<div class=${records.length > 1 ? 'page with-history' : 'page'}>
			${
				records.length > 1
					? html`<hf-history
							.records=${records}
							.selectedId=${id}
							.choose=${(chosen: string) => this.choose(chosen)}
							.discard=${(discarded: string) =>
								this.context.post({ type: 'action', id: discarded, action: 'remove' })}
						></hf-history>`
					: nothing
			}
			<main>${keyed(id, html`<hf-run .record=${selected} .context=${this.context}></hf-run>`)}</main>
			${
				isLeftBehind
					? html`<button type="button" class="to-end" @click=${() => this.follower.toEnd()}>
							${icon('arrow-down')}<span>Scroll to End</span>
						</button>`
					: nothing
			}
		</div>`;
	}

	private choose(id: string): void {
		this.store.select(id);
		this.context.post({ type: 'select', id });
	}

	/** Goes to where another run is read from, or notes that the one that is shown goes on. */
	private noteRun(selected: RunRecord | undefined): void {
		const isRunning = selected?.view.state.type === 'running';
		if (isRunning) {
			this.lastFrames = LAST_FRAMES;
		}
		const id = selected?.view.id;
		if (id === this.shownId) {
			return;
		}
		const { scroll } = this.memory;
		this.restoring = this.shownId === undefined && scroll?.id === id && !isRunning ? scroll?.top : undefined;
		this.shownId = id;
		this.follower.restart(isRunning);
	}

	private afterFrame(isMore: boolean): void {
		const isRunning = this.store.selected?.view.state.type === 'running';
		if (isRunning || isMore || this.lastFrames > 0) {
			this.lastFrames -= isRunning || isMore ? 0 : 1;
			this.follower.follow();
		} else {
			this.follower.rest();
		}
		this.restoreScroll(isMore);
		if (!isRunning && this.lastFrames > 0) {
			this.loop.schedule();
		}
	}

	private restoreScroll(isMore: boolean): void {
		const page = document.documentElement;
		if (this.restoring !== undefined) {
			page.scrollTop = this.restoring;
			if (!isMore || page.scrollTop >= this.restoring) {
				this.restoring = undefined;
			}
		}
	}

	private scrolled(): void {
		this.follower.scrolled();
		clearTimeout(this.settling);
		this.settling = setTimeout(() => {
			if (this.shownId !== undefined) {
				this.memory.scroll = { id: this.shownId, top: document.documentElement.scrollTop };
			}
		}, SETTLED);
	}
}

/** Only the host can post to a page; what it posts is taken at its word. */
function isMessage(data: unknown): data is ToPage {
	return typeof data === 'object' && data !== null && 'type' in data;
}
