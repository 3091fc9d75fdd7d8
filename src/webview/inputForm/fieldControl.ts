import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FormField, FormValue } from '../../shared/inputForm';
import { singleClick } from '../singleClick';

/** What a control is given by its form. */
export interface ControlContext {
	readonly id: string;
	/** What the user has written; nothing while they have not. */
	readonly value: FormValue | undefined;
	readonly isInvalid: boolean;
	readonly write: (value: FormValue) => void;
	readonly chooseFile: () => void;
	readonly giveFile: (file: File) => void;
}

type FileField = Extract<FormField, { readonly kind: 'image' | 'audio' }>;
type FieldOf<K extends FormField['kind']> = FormField & { readonly kind: K };

type Control<K extends FormField['kind']> = (field: FieldOf<K>, context: ControlContext) => TemplateResult;

const CONTROLS: { readonly [K in FormField['kind']]: Control<K> } = {
	text: (field, context) => {
		const value = String(context.value ?? field.value);
		return field.isLong ? area(context, value, 6, context.write) : line(context, value, field.maxLength);
	},
	list: (field, context) => {
		const value = (context.value ?? field.value) as readonly string[];
		const lines = (text: string) =>
			context.write(
				text
					.split('\n')
					.map(one => one.trim())
					.filter(one => one !== ''),
			);
		return area(
			context,
			value.join('\n'),
			Math.min(6, Math.max(3, value.length + 1)),
			lines,
			'One on each line',
		);
	},
	table: (field, context) =>
		area(
			context,
			String(context.value ?? field.value),
			8,
			context.write,
			'name,ships\nTexel,12',
			'table-text',
		),
	number: (field, context) => {
		const { minimum, maximum, isWhole } = field;
		const value = context.value ?? field.value;
		return html`<input
			id=${context.id}
			type="number"
			min=${minimum}
			max=${maximum}
			step=${isWhole ? 1 : 'any'}
			aria-invalid=${context.isInvalid}
			aria-describedby=${describedBy(context)}
			placeholder=${`${minimum} to ${maximum}`}
			.value=${live(value === undefined ? '' : String(value))}
			@input=${(event: Event) => {
				const { value: text, valueAsNumber } = event.target as HTMLInputElement;
				context.write(Number.isFinite(valueAsNumber) ? valueAsNumber : text);
			}}
		/>`;
	},
	flag: (field, context) =>
		html`<input
			id=${context.id}
			type="checkbox"
			aria-describedby=${describedBy(context)}
			.checked=${live((context.value ?? field.value) === true)}
			@change=${(event: Event) => context.write((event.target as HTMLInputElement).checked)}
		/>`,
	choice: (field, context) => {
		const chosen = String(context.value ?? field.value ?? '');
		return html`<select
			id=${context.id}
			aria-invalid=${context.isInvalid}
			aria-describedby=${describedBy(context)}
			@change=${(event: Event) => context.write((event.target as HTMLSelectElement).value)}
		>
			<option value="" ?selected=${chosen === ''}>
				${field.isRequired ? 'Choose one' : 'As the model decides'}
			</option>
			${field.options.map(
				({ value, label }) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`,
			)}
		</select>`;
	},
	image: file,
	audio: file,
};

/** The control of a field, by its kind. */
export function fieldControl(field: FormField, context: ControlContext): TemplateResult {
	return (CONTROLS[field.kind] as Control<FormField['kind']>)(field, context);
}

function line(context: ControlContext, value: string, maxLength: number | undefined): TemplateResult {
	return html`<input
		id=${context.id}
		type="text"
		dir="auto"
		maxlength=${maxLength ?? nothing}
		aria-invalid=${context.isInvalid}
		aria-describedby=${describedBy(context)}
		.value=${live(value)}
		@input=${(event: Event) => context.write((event.target as HTMLInputElement).value)}
	/>`;
}

/** The text is set once: what is written is not put in order under the user's hands. */
function area(
	context: ControlContext,
	value: string,
	rows: number,
	write: (text: string) => void,
	placeholder = '',
	className = '',
): TemplateResult {
	return html`<textarea
		id=${context.id}
		class=${className}
		rows=${rows}
		dir="auto"
		aria-invalid=${context.isInvalid}
		aria-describedby=${describedBy(context)}
		placeholder=${placeholder}
		@input=${(event: Event) => write((event.target as HTMLTextAreaElement).value)}
		.defaultValue=${value}
	></textarea>`;
}

function file({ title, value: name }: FileField, context: ControlContext): TemplateResult {
	const dropped = (event: DragEvent) => {
		const [first] = event.dataTransfer?.files ?? [];
		if (first) {
			event.preventDefault();
			context.giveFile(first);
		}
	};
	return html`<div
		class="file-field"
		@dragover=${(event: DragEvent) => event.preventDefault()}
		@drop=${dropped}
	>
		<button
			id=${context.id}
			type="button"
			class="button secondary"
			aria-label=${`${title}: Choose File…`}
			aria-describedby=${describedBy(context)}
			@click=${singleClick(() => context.chooseFile())}
		>
			Choose File…
		</button>
		<span class="file-name">${name ?? 'None yet: choose one, paste one, or drop it here.'}</span>
	</div>`;
}

function describedBy({ id, isInvalid }: ControlContext): string {
	return isInvalid ? `${id}-complaint ${id}-help` : `${id}-help`;
}
