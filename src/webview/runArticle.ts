import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import type { RunAction } from '../shared/protocol';
import type { RunState } from '../shared/run';
import { formatDuration } from './formatMetrics';
import { LightElement } from './lightElement';
import { renderOutput } from './outputs/renderOutput';
import type { PageContext } from './pageContext';
import { endNote } from './parts/endNote';
import { foldedSection } from './parts/foldedSection';
import { iconButton } from './parts/iconButton';
import { metricsLine } from './parts/metricsLine';
import { problemNote } from './parts/problemNote';
import { runHeader } from './parts/runHeader';
import { runActions } from './runActions';
import type { RunRecord } from './runRecord';
import { waitingText } from './waitingText';

const SECOND = 1_000;
/** Milliseconds for which the button shows that the answer was copied. */
const COPIED_TIME = 1_200;
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
	@state() declare private isCopied: boolean;
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
		return html`<article aria-label=${`${title}, ${model}`} data-run-id=${id} data-state=${state.type}>
			<header class="title-bar">
				<h1 dir="auto" title=${title}>${title}</h1>
				<div class="toolbar" role="toolbar" aria-label="Actions">
					${runActions(view, this.hasAnswer).map(({ action, label, icon }) =>
						iconButton(
							action === 'copy' && this.isCopied ? 'check' : icon,
							label,
							() => this.act(action),
							action === 'stop',
						),
					)}
				</div>
				${
					state.type === 'running'
						? html`<vscode-progress-bar indeterminate aria-label="Running"></vscode-progress-bar>`
						: nothing
				}
			</header>
			${runHeader(view, () => this.act('reveal'))} ${this.input()}
			<div class="answer" role="log" aria-label="Answer">${this.output()}</div>
			<div class="visually-hidden" role="status">${ANNOUNCEMENTS[state.type]}</div>
			${this.end(state)}
			${metrics && (state.type !== 'failed' || this.hasArrived) ? metricsLine(metrics) : nothing}
		</article>`;
	}

	/** Whether anything has arrived that can be read or copied. */
	private get hasAnswer(): boolean {
		const { view, content } = this.record;
		switch (view.output?.kind) {
			case 'chat':
			case 'text':
				return content.length > 0;
			case 'labels':
			case 'spans':
				return true;
			case undefined:
				return false;
		}
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
				return html`<p class="running-note">
					${state.waiting ? waitingText(state.waiting, now) : `Running…${elapsed}`}
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
		this.context.post({ type: 'action', id: this.record.view.id, action });
		if (action === 'copy') {
			this.isCopied = true;
			setTimeout(() => (this.isCopied = false), COPIED_TIME);
		}
	}
}

function firstLine(text: string): string {
	return /\S.*/.exec(text)?.[0] ?? '';
}
