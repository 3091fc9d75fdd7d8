import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import type { RunAction } from '../shared/protocol';
import type { DraftView } from '../shared/draft';
import type { RunState, RunView } from '../shared/run';
import { choiceLook } from './choiceLook';
import './composer';
import { formatDuration } from './formatMetrics';
import { LightElement } from './lightElement';
import { renderOutput } from './outputs/renderOutput';
import type { PageContext } from './pageContext';
import { askedList } from './parts/askedList';
import { attachmentChips } from './parts/attachmentChips';
import { branchSwitch } from './parts/branchSwitch';
import { checkNote } from './parts/checkNote';
import { endNote } from './parts/endNote';
import { estimateNote } from './parts/estimateNote';
import { foldedSection } from './parts/foldedSection';
import { iconButton } from './parts/iconButton';
import { metricsLine } from './parts/metricsLine';
import { moreActions } from './parts/moreActions';
import { problemNote } from './parts/problemNote';
import { runHeader } from './parts/runHeader';
import { toolCallList } from './parts/toolCallList';
import { readIndex } from './readIndex';
import { runActions } from './runActions';
import type { RunRecord } from './runRecord';
import { waitingText } from './waitingText';

const SECOND = 1_000;
/** Milliseconds for which the button shows that the answer was copied. */
const COPIED_TIME = 1_200;
/** What takes the answer elsewhere: of several, the one that is chosen. */
const TAKES: ReadonlySet<RunAction> = new Set(['copy', 'insert', 'replace']);
/** What is said aloud when a run gets into a state; a problem speaks for itself. */
const ANNOUNCEMENTS = {
	running: 'Running',
	finished: 'Finished',
	stopped: 'Stopped',
	failed: '',
} as const satisfies Record<RunState['type'], string>;

/** One run, whole: what was asked, the answer, and what can be done with it. */
@customElement('hf-run')
export class RunArticle extends LightElement {
	@property({ attribute: false }) declare record: RunRecord;
	@property({ attribute: false }) declare context: PageContext;
	@property({ attribute: false }) declare isFirst: boolean;
	/** Whether others stand beside it that answer the same. */
	@property({ attribute: false }) declare isCompared: boolean;
	/** The ids of the turns that stand in the same place, with blanks between them. */
	@property({ attribute: false }) declare branches: string;
	@property({ attribute: false }) declare draft: DraftView | undefined;
	@property({ attribute: false }) declare choose: (id: string) => void;
	@property({ attribute: false }) declare goOnFrom: (id: string) => void;
	/** The way back for who goes on with one of the runs that were compared. */
	@property({ attribute: false }) declare back: (() => void) | undefined;
	@state() declare private isCopied: boolean;
	@state() declare private isEdited: boolean;
	private clock: ReturnType<typeof setInterval> | undefined;

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		clearInterval(this.clock);
		this.clock = undefined;
	}

	protected override willUpdate(): void {
		const isRunning = this.record.view.state.type === 'running';
		if (isRunning) {
			this.clock ??= setInterval(() => this.requestUpdate(), SECOND);
		} else {
			clearInterval(this.clock);
			this.clock = undefined;
		}
	}

	protected override render(): unknown {
		const { view } = this.record;
		const { id, title, model, state, metrics } = view;
		const heading = this.isFirst
			? html`<h1 dir="auto" title=${title}>${title}</h1>`
			: html`<h2 dir="auto" title=${title}>${title}</h2>`;
		const actions = runActions(view, this.hasAnswer, this.isCompared);
		return html`<article
			aria-label=${`${title}, ${model}`}
			data-run-id=${id}
			data-state=${state.type}
			data-vscode-context=${JSON.stringify({ runId: id, 'hfWorkbench.runActions': actions.menu.join(' ') })}
		>
			<header class="title-bar">
				${heading} ${branchSwitch(this.branches.split(' '), id, this.choose)}
				<div class="toolbar" role="toolbar" aria-label="Actions" .style=${`--slots: ${this.slots}`}>
					${
						this.isCompared && canAskMore(view)
							? iconButton('comment-discussion', 'Ask More about This Answer', () => this.goOnFrom(id))
							: nothing
					}
					${actions.bar.map(({ action, label, icon }) =>
						iconButton(
							action === 'copy' && this.isCopied ? 'check' : icon,
							label,
							() => this.act(action),
							action === 'stop' || action === 'goOn',
						),
					)}
					${canEdit(view) && !this.isCompared ? iconButton('edit', 'Edit Question', () => this.edit()) : nothing}
					${actions.menu.length > 0 ? moreActions() : nothing}
				</div>
				${
					state.type === 'running'
						? html`<vscode-progress-bar indeterminate aria-label="Running"></vscode-progress-bar>`
						: nothing
				}
			</header>
			${this.question()} ${runHeader(view, () => this.act('reveal'), this.back)}
			${askedList(view.asked ?? [])} ${attachmentChips(view.attachments ?? [])}
			${view.input === '' ? nothing : this.input()}
			<div class="answer" role="log" aria-label="Answer">${this.output()}</div>
			${view.output?.kind === 'chat' ? toolCallList(view.output.toolCalls) : nothing}
			${state.type === 'running' ? nothing : checkNote(view.check)}
			<div class="visually-hidden" role="status">${ANNOUNCEMENTS[state.type]}</div>
			${this.end(state)}
			${
				metrics && state.type !== 'running' && (state.type !== 'failed' || this.hasArrived)
					? metricsLine(metrics)
					: nothing
			}
		</article>`;
	}

	/** How many buttons there are after a good end. There is room for them from the start: the bar must not change under what is read. */
	private get slots(): number {
		const { view } = this.record;
		const ended: RunView = { ...view, state: { type: 'finished', reason: 'stop' } };
		const hasOwn = this.isCompared ? canAskMore(ended) : canEdit(ended);
		const theMenu = 1;
		return runActions(ended, true, this.isCompared).bar.length + (hasOwn ? 1 : 0) + theMenu;
	}

	/** The question in full where its title is only its beginning, or the form in which it is asked in other words. */
	private question(): TemplateResult | typeof nothing {
		const { view } = this.record;
		if (this.isEdited) {
			return html`<hf-composer
				.record=${this.record}
				.context=${this.context}
				.place=${'instead'}
				.draft=${this.draft}
				.leave=${() => void this.leaveEdit()}
			></hf-composer>`;
		}
		const { prompt, title } = view;
		// What is compared was asked the same.
		const isRepeated = this.isFirst || this.isCompared;
		const isMore = prompt !== undefined && title !== prompt.trim() && (!isRepeated || title.endsWith('…'));
		return isMore ? html`<p class="question-text" dir="auto">${prompt}</p>` : nothing;
	}

	private edit(): void {
		this.isEdited = true;
	}

	/** Leaves the question as it was, and gives the keyboard back to where it came from. */
	private async leaveEdit(): Promise<void> {
		this.isEdited = false;
		await this.updateComplete;
		this.querySelector<HTMLElement>('button[aria-label="Edit Question"]')?.focus();
	}

	/** Whether anything has arrived that can be read or copied. */
	private get hasAnswer(): boolean {
		const { view, content } = this.record;
		const kind = view.output?.kind;
		return kind === 'chat' || kind === 'text' ? content.length > 0 : kind !== undefined;
	}

	/** Whether there is anything to read, be it only the reasoning. */
	private get hasArrived(): boolean {
		return this.hasAnswer || this.record.reasoning.length > 0;
	}

	private output(): TemplateResult | typeof nothing {
		const { output } = this.record.view;
		return output ? renderOutput(output, this.record, this.context) : nothing;
	}

	private input(): TemplateResult {
		const { id, input } = this.record.view;
		const { memory } = this.context;
		const isOpen = memory.isOpen(id, 'input') ?? false;
		return foldedSection({
			className: 'input',
			isOpen,
			summary: html`<span>Input</span>
				${isOpen ? nothing : html`<span class="first-line" dir="auto">${firstLine(input)}</span>`}`,
			content: html`<pre class="input-text" dir="auto" tabindex="0">${input}</pre>`,
			toggle: open => {
				memory.setOpen(id, 'input', open);
				this.requestUpdate();
			},
		});
	}

	private end(state: RunState): TemplateResult | typeof nothing {
		switch (state.type) {
			case 'running': {
				const now = Date.now();
				const seconds = Math.floor(Math.max(0, now - this.record.view.startedAt) / SECOND);
				const elapsed = seconds === 0 ? '' : ` ${formatDuration(seconds * SECOND).replace('.0', '')}`;
				const { startedAt, estimate } = this.record.view;
				return html`<p class="running-note">
					${state.waiting ? waitingText(state.waiting, now, startedAt) : `Running…${elapsed}`}
					${estimate ? estimateNote(estimate) : nothing}
				</p>`;
			}
			case 'failed':
				return problemNote(state.problem, index =>
					this.context.post({ type: 'remedy', id: this.record.view.id, index }),
				);
			case 'finished':
			case 'stopped':
				return endNote(state, this.hasArrived);
		}
	}

	private act(action: RunAction): void {
		const { id, output } = this.record.view;
		const look = TAKES.has(action) ? choiceLook(this.context, id, output) : undefined;
		this.context.post({ type: 'action', id, action, ...(look && { choice: readIndex(look.read()) }) });
		if (action === 'copy') {
			this.isCopied = true;
			setTimeout(() => (this.isCopied = false), COPIED_TIME);
		}
	}
}

function canAskMore({ task, state }: RunView): boolean {
	return task === 'conversational' && state.type === 'finished';
}

function canEdit({ prompt, state }: RunView): boolean {
	return prompt !== undefined && state.type !== 'running';
}

function firstLine(text: string): string {
	return /\S.*/.exec(text)?.[0] ?? '';
}
