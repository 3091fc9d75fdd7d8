import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Estimate } from '../../shared/draft';
import type { FormField, FormValue, FormValues, InputForm } from '../../shared/inputForm';
import { LARGEST_INPUT_FILE } from '../../shared/largestInputFile';
import { singleClick } from '../singleClick';
import { LightElement } from '../lightElement';
import type { PageContext } from '../pageContext';
import { estimateNote } from '../parts/estimateNote';
import { foldedSection } from '../parts/foldedSection';
import { base64Of } from './base64Of';
import { fieldControl } from './fieldControl';
import { fieldId } from './fieldId';

/** Milliseconds that a form is left alone before the host is asked what the run will be. */
const REST = 500;

/** What is missing before a run, to be filled in. What has been written survives that the page is hidden. */
@customElement('hf-input-form')
export class InputFormElement extends LightElement {
	@property({ attribute: false }) declare form: InputForm;
	@property({ attribute: false }) declare context: PageContext;
	/** What the run will be, as the host has told of the form last. */
	@property({ attribute: false }) declare estimate: Estimate | undefined;
	/** What the user has changed, by the names of the fields. */
	@state() declare private written: FormValues;
	@state() declare private isOpen: boolean;
	private focusedFor: string | undefined;
	private resting: number | undefined;

	override connectedCallback(): void {
		super.connectedCallback();
		window.addEventListener('paste', this.pasted);
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		window.removeEventListener('paste', this.pasted);
		clearTimeout(this.resting);
	}

	protected override willUpdate(changed: PropertyValues<this>): void {
		if (changed.has('form') && changed.get('form')?.id !== this.form.id) {
			this.written = this.context.memory.formDraft(this.form.id);
			this.isOpen = false;
			this.askEstimate();
		}
	}

	protected override updated(): void {
		const { id, complaints } = this.form;
		// Once for each form, and again when something is wrong with what was sent.
		const reason = `${id} ${Object.keys(complaints).join(' ')}`;
		if (reason !== this.focusedFor) {
			this.focusedFor = reason;
			this.focusFirst();
		}
	}

	protected override render(): unknown {
		const { title, help, model, inputs, parameters, complaints } = this.form;
		const asked = parameters.filter(({ isRequired }) => isRequired);
		const others = parameters.filter(({ isRequired }) => !isRequired);
		const isOpen = this.isOpen || others.some(({ name }) => complaints[name] !== undefined);
		return html`<form
			class="input-form"
			aria-label=${`${title}, ${model}`}
			novalidate
			@submit=${(event: Event) => this.submit(event)}
			@keydown=${(event: KeyboardEvent) => this.pressed(event)}
		>
			<h1 dir="auto">${title}</h1>
			<p class="help">${help}</p>
			<div class="origin"><span class="model" title="Model">${model}</span></div>
			${[...inputs, ...asked].map(field => this.field(field))}
			${
				others.length > 0
					? foldedSection({
							className: 'parameters',
							isOpen,
							summary: html`<span>Parameters</span>`,
							content: html`<div class="parameter-fields">${others.map(field => this.field(field))}</div>`,
							toggle: open => (this.isOpen = open),
						})
					: nothing
			}
			<div class="buttons">
				<button type="submit" class="button" title="Run (Ctrl+Enter)">Run</button>
				<button type="button" class="button secondary" @click=${singleClick(() => this.cancel())}>
					Cancel
				</button>
				${this.estimate ? estimateNote(this.estimate) : nothing}
			</div>
		</form>`;
	}

	private field(field: FormField): TemplateResult {
		const { name, title, help, isRequired } = field;
		const id = fieldId(name);
		const complaint = this.form.complaints[name];
		const control = fieldControl(field, {
			id,
			value: this.written[name],
			isInvalid: complaint !== undefined,
			write: value => this.write(name, value),
			chooseFile: () => this.context.post({ type: 'chooseFile', id: this.form.id, field: name }),
			giveFile: file => void this.give(name, file, file.name),
		});
		const isFlag = field.kind === 'flag';
		const label = html`<label for=${id}
			>${title}${isRequired || isFlag ? nothing : html` <span class="optional">(optional)</span>`}</label
		>`;
		return html`<div class="field">
			${isFlag ? html`<div class="flag-line">${control}${label}</div>` : html`${label}${control}`}
			<p class="help" id=${`${id}-help`}>${help}</p>
			${complaint === undefined ? nothing : html`<p class="complaint" role="alert" id=${`${id}-complaint`}>${complaint}</p>`}
		</div>`;
	}

	private write(name: string, value: FormValue): void {
		this.written = { ...this.written, [name]: value };
		this.context.memory.keepFormDraft(this.form.id, this.written);
		this.askEstimate();
	}

	/** Asks what the run will be when the user pauses. */
	private askEstimate(): void {
		clearTimeout(this.resting);
		if (this.form.isEstimated) {
			this.resting = window.setTimeout(() => this.post('estimateForm'), REST);
		}
	}

	private submit(event: Event): void {
		event.preventDefault();
		clearTimeout(this.resting);
		this.post('submitForm');
	}

	private post(type: 'submitForm' | 'estimateForm'): void {
		const { id, inputs, parameters } = this.form;
		this.context.post({
			type,
			id,
			inputs: this.valuesOf(inputs),
			parameters: this.valuesOf(parameters),
		});
	}

	private valuesOf(fields: readonly FormField[]): FormValues {
		const values = fields.flatMap((field): Array<[string, FormValue]> => {
			const value =
				this.written[field.name] ??
				(field.kind === 'image' || field.kind === 'audio' ? undefined : field.value);
			return value === undefined ? [] : [[field.name, value]];
		});
		return Object.fromEntries(values);
	}

	private cancel(): void {
		this.context.post({ type: 'cancelForm', id: this.form.id });
	}

	private pressed(event: KeyboardEvent): void {
		if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
			this.submit(event);
		} else if (event.key === 'Escape') {
			this.cancel();
		}
	}

	/** A picture on the clipboard goes to the field for one, wherever the focus is. */
	private readonly pasted = (event: ClipboardEvent): void => {
		for (const file of event.clipboardData?.files ?? []) {
			const field = this.form.inputs.find(({ kind }) => file.type.startsWith(`${kind}/`));
			if (field) {
				event.preventDefault();
				void this.give(field.name, file);
			}
		}
	};

	private async give(field: string, file: File, name?: string): Promise<void> {
		const { id } = this.form;
		if (file.size > LARGEST_INPUT_FILE) {
			this.context.post({ type: 'refuseFile', id, field, why: 'large' });
			return;
		}
		const data = await base64Of(file).catch(() => undefined);
		this.context.post(
			data === undefined
				? { type: 'refuseFile', id, field, why: 'unreadable' }
				: { type: 'giveFile', id, field, mimeType: file.type, data, ...(name !== undefined && { name }) },
		);
	}

	/** The first field that something is wrong with, else the first that is still empty, else the button. */
	private focusFirst(): void {
		const { inputs, parameters, complaints } = this.form;
		const fields = [...inputs, ...parameters.filter(({ isRequired }) => isRequired)];
		const wrong = [...inputs, ...parameters].find(({ name }) => complaints[name] !== undefined);
		const empty = fields.find(field => isEmpty(this.written[field.name] ?? field.value));
		const found = wrong ?? empty;
		const target = found
			? this.querySelector<HTMLElement>(`#${fieldId(found.name)}`)
			: this.querySelector<HTMLElement>('button[type=submit]');
		target?.focus();
	}
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
