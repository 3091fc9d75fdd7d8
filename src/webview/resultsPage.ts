import { html, nothing, render, type TemplateResult } from 'lit';
import { dispatch, type Handlers } from '../shared/handlers';
import type { InputForm } from '../shared/inputForm';
import type { FromPage, ToPage } from '../shared/protocol';
import { conversations, shownTurns } from './conversation';
import { FrameLoop, type FrameTask } from './frameLoop';
import { icon } from './icon';
import './inputForm/inputForm';
import { LinkGuard } from './linkGuard';
import type { PageContext } from './pageContext';
import { PageMedia } from './pageMedia';
import { PageMemory, type PageState } from './pageMemory';
import { emptyState } from './parts/emptyState';
import './runHistory';
import type { RunRecord } from './runRecord';
import { RunStore } from './runStore';
import { ScrollFollower } from './scrollFollower';
import { SentQuestions } from './sentQuestions';
import { showFound } from './showFound';
import { turnsView, type TurnsViews } from './turnsView';
import type { VsCodeApi } from './vsCodeApi';

/** Milliseconds without scrolling after which the place is remembered. */
const SETTLED = 250;
/** Frames for which the end of the page is still followed after a run has ended, while the last parts appear. */
const LAST_FRAMES = 4;

/** The results panel's page: one run large, the others in a list. */
export class ResultsPage implements FrameTask {
	private readonly memory: PageMemory;
	private readonly media: PageMedia;
	private readonly questions: SentQuestions;
	private readonly loop = new FrameLoop(isMore => this.afterFrame(isMore));
	private readonly store = new RunStore({
		changed: () => this.changed(),
		grew: () => this.loop.schedule(),
	});
	private readonly handlers: Handlers<ToPage> = {
		...this.store.handlers,
		media: message => this.media.loaded(message),
		refused: message => this.questions.refused(message),
	};
	private readonly follower: ScrollFollower;
	private readonly context: PageContext;
	private readonly views: TurnsViews;
	private hasChanged = true;
	/** The first turn of the conversation that is shown, and the last one that is. */
	private shownId: string | undefined;
	private lastId: string | undefined;
	private lastFrames = 0;
	/** How far to scroll down once there is enough to scroll over. */
	private restoring: number | undefined;
	private settling: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly root: HTMLElement,
		private readonly api: VsCodeApi<FromPage, PageState>,
	) {
		this.follower = new ScrollFollower(document.documentElement, root, () => this.changed());
		this.memory = new PageMemory(api);
		this.media = new PageMedia(root.dataset.media ?? '', message => api.postMessage(message));
		this.questions = new SentQuestions(message => api.postMessage(message));
		this.context = {
			loop: this.loop,
			memory: this.memory,
			media: this.media,
			questions: this.questions,
			post: message => this.api.postMessage(message),
			isFollowing: () => this.follower.atEnd,
		};
		this.views = {
			store: this.store,
			context: this.context,
			choose: id => this.choose(id),
			goOnFrom: id => this.goOnFrom(id),
		};
	}

	/** Begins to listen, and asks the host for everything. */
	start(): void {
		this.loop.add(this);
		window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
			if (isMessage(data)) {
				this.forgetSent(data);
				dispatch(this.handlers, data);
			}
		});
		document.addEventListener('selectionchange', showFound);
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
		const { form } = this.store;
		if (!selected && form) {
			return html`<main>${this.form(form)}</main>`;
		}
		if (!selected) {
			return html`<main>${emptyState(() => this.context.post({ type: 'start' }))}</main>`;
		}
		const all = conversations(this.store.records);
		const turns = this.turnsWith(selected);
		const last = turns.at(-1) ?? selected;
		const isLeftBehind = !form && this.isRunning && !this.follower.atEnd;
		return html`<div class=${all.length > 1 ? 'page with-history' : 'page'}>
			${
				all.length > 1
					? html`<hf-history
							.conversations=${all}
							.selectedId=${last.view.id}
							.choose=${(chosen: string) => this.choose(chosen)}
							.discard=${(discarded: string) =>
								this.context.post({ type: 'action', id: discarded, action: 'removeAll' })}
						></hf-history>`
					: nothing
			}
			<main>${form ? this.form(form) : turnsView(turns, last, this.views)}</main>
			${
				isLeftBehind
					? html`<button type="button" class="to-end" @click=${() => this.follower.toEnd()}>
							${icon('arrow-down')}<span>Scroll to End</span>
						</button>`
					: nothing
			}
		</div>`;
	}

	private form(form: InputForm): TemplateResult {
		return html`<hf-input-form
			.form=${form}
			.estimate=${this.store.formEstimate}
			.context=${this.context}
		></hf-input-form>`;
	}

	private turnsWith(selected: RunRecord): readonly RunRecord[] {
		return shownTurns(this.store.records, selected, this.store.aloneId);
	}

	/** Whoever looks at a run has left the form. */
	private choose(id: string): void {
		if (this.store.form) {
			this.context.post({ type: 'cancelForm', id: this.store.form.id });
		}
		this.store.select(id);
		this.context.post({ type: 'select', id });
	}

	/** One of the runs that are compared is looked at alone, to ask more about it. */
	private goOnFrom(id: string): void {
		this.store.showAlone(id);
		this.context.post({ type: 'select', id });
	}

	/** A question that has become a run needs no longer be remembered as one that is being written. */
	private forgetSent(message: ToPage): void {
		if (message.type !== 'run') {
			return;
		}
		const { parent, prompt } = message.run;
		for (const [id] of this.store.records) {
			for (const place of ['after', 'instead']) {
				const isPlace = place === 'after' ? id === parent : true;
				if (isPlace && this.memory.draft(id, place)?.text.trim() === prompt?.trim()) {
					this.memory.setDraft(id, place, undefined);
				}
			}
		}
	}

	/** Goes to where another run is read from, or notes that the one that is shown goes on. */
	private noteRun(selected: RunRecord | undefined): void {
		const turns = selected ? this.turnsWith(selected) : [];
		const last = turns.at(-1);
		const isNewTurn = this.lastId !== last?.view.id;
		this.lastId = last?.view.id;
		const { isRunning } = this;
		if (isRunning) {
			this.lastFrames = LAST_FRAMES;
		}
		const entry = conversations(this.store.records).find(({ ids }) => ids.has(last?.view.id ?? ''));
		const id = this.store.aloneId ?? entry?.first.view.id;
		if (id === this.shownId) {
			if (isNewTurn && isRunning) {
				this.follower.goOn();
			}
			return;
		}
		const { scroll } = this.memory;
		this.restoring = this.shownId === undefined && scroll?.id === id && !isRunning ? scroll?.top : undefined;
		this.shownId = id;
		this.follower.restart(isRunning);
	}

	private afterFrame(isMore: boolean): void {
		const { isRunning } = this;
		if (isRunning || isMore || this.lastFrames > 0) {
			this.lastFrames -= isRunning || isMore ? 0 : 1;
			this.follower.grow();
		} else {
			this.follower.rest();
		}
		this.restoreScroll(isMore);
		if (!isRunning && this.lastFrames > 0) {
			this.loop.schedule();
		}
	}

	/** Whether the last turn that is shown goes on. */
	private get isRunning(): boolean {
		const view = this.store.records.get(this.lastId ?? '')?.view;
		// What is compared is read from its top.
		return view?.state.type === 'running' && view.group === undefined;
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
