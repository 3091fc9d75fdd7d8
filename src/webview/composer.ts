import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ChatSettings, DraftView, Estimate } from '../shared/draft';
import { LARGEST_CHAT_IMAGE } from '../shared/largestChatImage';
import { icon } from './icon';
import { base64Of } from './inputForm/base64Of';
import { LightElement } from './lightElement';
import type { PageContext } from './pageContext';
import { attachmentChips } from './parts/attachmentChips';
import { estimateNote } from './parts/estimateNote';
import { iconButton } from './parts/iconButton';
import { settingsForm } from './parts/settingsForm';
import type { RunRecord } from './runRecord';

/** Milliseconds that typing must rest before the cost is asked for. */
const REST = 400;

/** Where a question is written: after the last turn of a conversation, or in the place of one that was asked before. */
@customElement('hf-composer')
export class Composer extends LightElement {
	@property({ attribute: false }) declare record: RunRecord;
	@property({ attribute: false }) declare context: PageContext;
	@property({ attribute: false }) declare place: 'after' | 'instead';
	@property({ attribute: false }) declare draft: DraftView | undefined;
	@property({ attribute: false }) declare estimate: Estimate | undefined;
	/** Whether the keyboard is there from the start, as it was in the composer before this one. */
	@property({ attribute: false }) declare takesFocus: boolean | undefined;
	/** Leaves an old question as it was. */
	@property({ attribute: false }) declare leave: (() => void) | undefined;
	@state() declare private hasSettings: boolean;
	@state() declare private isEmpty: boolean;
	/** Whether it was sent, and neither has become a run nor was refused. */
	@state() declare private isSent: boolean;

	/** Whether the host was asked for what it knows of the question. */
	private isKnown = false;
	private resting: ReturnType<typeof setTimeout> | undefined;

	constructor() {
		super();
		this.hasSettings = false;
		this.isEmpty = true;
		this.isSent = false;
	}

	override connectedCallback(): void {
		super.connectedCallback();
		this.isEmpty = this.text.trim() === '';
		this.isKnown = false;
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		clearTimeout(this.resting);
	}

	protected override firstUpdated(): void {
		if (this.place === 'instead') {
			this.area?.focus();
		} else if (this.takesFocus) {
			// What is read stays where it is.
			this.area?.focus({ preventScroll: true });
		}
	}

	/** Not before the answer has begun: what the host says would stand in the way of its first words. */
	protected override updated(): void {
		if (!this.isBusy || this.record.content.length > 0) {
			this.know();
		}
	}

	private readonly know = (): void => {
		if (!this.isKnown) {
			this.isKnown = true;
			this.context.post({ type: 'draft', id: this.id_, action: 'show' });
		}
	};

	protected override render(): unknown {
		const isAfter = this.place === 'after';
		const label = isAfter ? 'Ask more' : 'Edit the question';
		const { draft, hasSettings } = this;
		return html`<form
			class=${`composer ${this.place}`}
			aria-label=${label}
			@submit=${this.submitted}
			@focusin=${this.know}
			@paste=${(event: ClipboardEvent) => this.given(event, event.clipboardData)}
			@dragover=${(event: DragEvent) => this.draggedOver(event)}
			@drop=${(event: DragEvent) => this.given(event, event.dataTransfer)}
		>
			${hasSettings ? this.settingsSection() : nothing}
			${isAfter && draft ? attachmentChips(draft.attachments, index => this.detach(index)) : nothing}
			<textarea
				class="question"
				rows="1"
				aria-label=${label}
				placeholder=${isAfter ? 'Ask more about this…' : ''}
				dir="auto"
				.value=${this.text}
				?readonly=${this.isSent}
				@input=${this.typed}
				@keydown=${this.keyPressed}
			></textarea>
			<div class="composer-bar">
				${isAfter ? iconButton('attach', 'Attach…', () => this.act('attach')) : nothing}
				<button
					type="button"
					class="icon-button"
					title="Chat Settings"
					aria-label="Chat Settings"
					aria-expanded=${hasSettings}
					@click=${() => (this.hasSettings = !hasSettings)}
				>
					${icon('settings')}
				</button>
				${isAfter ? this.modelButton() : nothing}
				<span class="spring"></span>
				${isAfter && !this.isEmpty && this.estimate ? estimateNote(this.estimate) : nothing}
				${
					this.leave
						? html`<button type="button" class="button secondary" @click=${this.leave}>Cancel</button>`
						: nothing
				}
				<button type="submit" class="button" ?disabled=${this.isEmpty || this.isBusy}>
					${isAfter ? 'Send' : 'Send Again'}
				</button>
			</div>
		</form>`;
	}

	private get id_(): string {
		return this.record.view.id;
	}

	/** A question waits for the answer that it goes on from. */
	private get isBusy(): boolean {
		return this.place === 'after' && this.record.view.state.type === 'running';
	}

	private get text(): string {
		const { prompt = '' } = this.record.view;
		return this.context.memory.draft(this.id_, this.place)?.text ?? (this.place === 'after' ? '' : prompt);
	}

	private get settings(): ChatSettings {
		return this.context.memory.draft(this.id_, this.place)?.settings ?? this.record.view.settings ?? {};
	}

	private get area(): HTMLTextAreaElement | null {
		return this.querySelector('textarea.question');
	}

	private modelButton(): TemplateResult {
		const { model, provider } = this.draft ?? this.record.view;
		return html`<button
			type="button"
			class="link-button composer-model"
			title=${`${model}${provider ? ` (${provider})` : ''}`}
			aria-label=${`Answered by ${model}. Choose another model…`}
			@click=${() => this.act('model')}
		>
			<span>${model.split('/').at(-1)}</span>${icon('chevron-down')}
		</button>`;
	}

	private settingsSection(): TemplateResult {
		return settingsForm({
			prefix: `settings-${this.place}`,
			settings: this.settings,
			draft: this.draft,
			change: settings => {
				this.remember({ settings });
				this.requestUpdate();
			},
		});
	}

	private readonly typed = (): void => {
		this.remember({ text: this.area?.value ?? '' });
		this.isEmpty = this.text.trim() === '';
		this.askEstimate();
	};

	/** Enter sends, with Shift it is a line break; Escape leaves an old question as it was. */
	private readonly keyPressed = (event: KeyboardEvent): void => {
		if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
			event.preventDefault();
			// Who holds the key down has sent it once.
			if (!event.repeat) {
				void this.send();
			}
		} else if (event.key === 'Escape' && this.leave) {
			event.preventDefault();
			this.leave();
		}
	};

	private readonly submitted = (event: Event): void => {
		event.preventDefault();
		void this.send();
	};

	/** What was written is forgotten only when the run that it became has come; until then it is not sent again. */
	private async send(): Promise<void> {
		if (this.isEmpty || this.isBusy || this.isSent) {
			return;
		}
		this.isSent = true;
		const { id_: id, place, text, settings } = this;
		await this.context.questions.send({ type: 'ask', id, place, text, settings });
		this.isSent = false;
	}

	/** Asks what the question will cost when the user pauses. */
	private askEstimate(): void {
		clearTimeout(this.resting);
		if (this.place === 'after' && !this.isEmpty) {
			this.resting = setTimeout(() => {
				const { id_: id, text, settings } = this;
				this.context.post({ type: 'estimate', id, text, settings });
			}, REST);
		}
	}

	private remember(change: { readonly text?: string; readonly settings?: ChatSettings }): void {
		const known = { text: this.text, settings: this.settings };
		this.context.memory.setDraft(this.id_, this.place, { ...known, ...change });
	}

	private act(action: 'attach' | 'model'): void {
		this.context.post({ type: 'draft', id: this.id_, action });
	}

	/** A picture that is pasted or dropped goes along with the question; text is the text area's own affair. */
	private given(event: Event, given: DataTransfer | null): void {
		const images = [...(given?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
		if (this.place === 'after' && images.length > 0) {
			event.preventDefault();
			images.forEach(image => void this.attachImage(image));
		}
	}

	private draggedOver(event: DragEvent): void {
		if (this.place === 'after' && event.dataTransfer?.types.includes('Files')) {
			event.preventDefault();
		}
	}

	private async attachImage(image: File): Promise<void> {
		const { id_: id } = this;
		const { type: mimeType } = image;
		if (image.size > LARGEST_CHAT_IMAGE) {
			this.context.post({ type: 'refuseImage', id, mimeType, why: 'large' });
			return;
		}
		const data = await base64Of(image).catch(() => undefined);
		this.context.post(
			data === undefined
				? { type: 'refuseImage', id, mimeType, why: 'unreadable' }
				: { type: 'attachImage', id, mimeType, data },
		);
	}

	private detach(index: number): void {
		this.context.post({ type: 'detach', id: this.id_, index });
	}
}
