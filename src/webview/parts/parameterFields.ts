import { html, nothing, type TemplateResult } from 'lit';
import type { ParameterField } from '../../shared/draft';

export type FieldValues = Readonly<Record<string, unknown>>;

interface FieldHost {
	/** Tells the fields of one form from those of another on the page. */
	readonly prefix: string;
	readonly values: FieldValues;
	/** `undefined` for a field that was emptied: the model's own default holds then. */
	change(name: string, value: unknown): void;
}

/** The fields of a task's parameters. An empty one is not sent. */
export function parameterFields(fields: readonly ParameterField[], host: FieldHost): TemplateResult {
	return html`<div class="fields">${fields.map(field => labelled(field, host))}</div>`;
}

function labelled(field: ParameterField, host: FieldHost): TemplateResult {
	const id = `${host.prefix}-${field.name}`;
	return html`<div class="field">
		<label for=${id}>${field.title}</label>
		${control(field, id, host)}
		<p class="field-help" id=${`${id}-help`}>${field.help}</p>
	</div>`;
}

function control(field: ParameterField, id: string, host: FieldHost): TemplateResult {
	const value = host.values[field.name];
	const help = `${id}-help`;
	switch (field.type) {
		case 'integer':
		case 'number':
			return html`<input
				id=${id}
				type="number"
				min=${field.minimum}
				max=${field.maximum}
				step=${field.type === 'integer' ? 1 : 'any'}
				placeholder="as the model has it"
				aria-describedby=${help}
				.value=${typeof value === 'number' ? String(value) : ''}
				@change=${(event: Event) => host.change(field.name, numberIn(event, field.minimum, field.maximum))}
			/>`;
		case 'choice':
			return html`<select
				id=${id}
				aria-describedby=${help}
				@change=${(event: Event) => host.change(field.name, textIn(event))}
			>
				<option value="" ?selected=${value === undefined}>as the model has it</option>
				${field.choices.map(
					choice => html`<option value=${choice} ?selected=${value === choice}>${choice}</option>`,
				)}
			</select>`;
		case 'flag':
			return html`<input
				id=${id}
				type="checkbox"
				aria-describedby=${help}
				.checked=${value === true}
				@change=${(event: Event) => host.change(field.name, (event.target as HTMLInputElement).checked)}
			/>`;
		case 'list':
			return html`<textarea
				id=${id}
				rows="1"
				placeholder="one on each line"
				aria-describedby=${help}
				.value=${Array.isArray(value) ? value.join('\n') : ''}
				@change=${(event: Event) => host.change(field.name, listIn(event, field.maximum))}
			></textarea>`;
		case 'text':
			return html`<input
				id=${id}
				type="text"
				maxlength=${field.maxLength}
				aria-describedby=${help}
				.value=${typeof value === 'string' ? value : ''}
				@change=${(event: Event) => host.change(field.name, textIn(event))}
			/>`;
		default:
			return html`${nothing}`;
	}
}

function textIn({ target }: Event): string | undefined {
	return (target as HTMLInputElement | HTMLSelectElement).value || undefined;
}

/** A number outside of the bounds is brought back to them, where the user sees it. */
function numberIn({ target }: Event, minimum: number, maximum: number): number | undefined {
	const input = target as HTMLInputElement;
	if (input.value === '' || !Number.isFinite(input.valueAsNumber)) {
		return undefined;
	}
	const bounded = Math.min(maximum, Math.max(minimum, input.valueAsNumber));
	const value = input.step === '1' ? Math.round(bounded) : bounded;
	input.value = String(value);
	return value;
}

function listIn({ target }: Event, maximum: number): readonly string[] | undefined {
	const items = (target as HTMLTextAreaElement).value.split('\n').filter(line => line !== '');
	return items.length > 0 ? items.slice(0, maximum) : undefined;
}
