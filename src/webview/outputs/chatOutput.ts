import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icon } from '../icon';
import { LightElement } from '../lightElement';
import type { CodeHost } from '../markdown/codeBlock';
import { MarkdownStream } from '../markdown/markdownStream';
import type { PageContext } from '../pageContext';
import { foldedSection } from '../parts/foldedSection';
import type { RunRecord } from '../runRecord';
import type { TextBuffer } from '../textBuffer';

/** An answer in markdown, with the reasoning that led to it in a section of its own. */
@customElement('hf-chat')
export class ChatOutput extends LightElement {
	@property({ attribute: false }) declare record: RunRecord;
	@property({ attribute: false }) declare context: PageContext;
	private content: MarkdownStream | undefined;
	private reasoning: MarkdownStream | undefined;
	private readonly leaveLoop: Array<() => void> = [];
	/** Whether the reasoning stays open although the answer has begun: folding it would move what the user reads. */
	private isReasoningKeptOpen = false;
	private hadContent: boolean | undefined;

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		this.leaveLoop.forEach(leave => leave());
	}

	protected override willUpdate(): void {
		const hasContent = this.record.content.length > 0;
		if (this.hadContent === false && hasContent) {
			this.isReasoningKeptOpen = !this.context.isFollowing();
		}
		this.hadContent = hasContent;
		this.content ??= this.stream(this.record.content);
		if (this.record.reasoning.length > 0) {
			this.reasoning ??= this.stream(this.record.reasoning);
		}
	}

	protected override render(): unknown {
		return html`${this.reasoning ? this.reasoningSection(this.reasoning) : nothing}${this.content?.element}`;
	}

	private reasoningSection({ element }: MarkdownStream): TemplateResult {
		const { view, content } = this.record;
		const isThinking = view.state.type === 'running' && content.length === 0;
		const { memory } = this.context;
		return foldedSection({
			className: 'reasoning',
			isOpen: memory.isOpen(view.id, 'reasoning') ?? (content.length === 0 || this.isReasoningKeptOpen),
			summary: html`${icon('lightbulb')}<span>${isThinking ? 'Reasoning…' : 'Reasoning'}</span>`,
			content: element,
			toggle: open => {
				memory.setOpen(view.id, 'reasoning', open);
				this.requestUpdate();
			},
		});
	}

	private stream(buffer: TextBuffer): MarkdownStream {
		const { view } = this.record;
		const code: CodeHost = {
			canInsert: view.canInsert,
			run: (action, text) => this.context.post({ type: 'code', id: view.id, action, text }),
		};
		const stream = new MarkdownStream(buffer, code, () => this.record.view.state.type !== 'running');
		this.leaveLoop.push(this.context.loop.add(stream));
		return stream;
	}
}
