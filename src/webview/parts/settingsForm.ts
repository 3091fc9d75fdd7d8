import { html, nothing, type TemplateResult } from 'lit';
import type { ChatSettings, DraftView } from '../../shared/draft';
import { parameterFields } from './parameterFields';

interface SettingsHost {
	readonly prefix: string;
	readonly settings: ChatSettings;
	readonly draft: DraftView | undefined;
	change(settings: ChatSettings): void;
}

type TextKey = 'system' | 'schema' | 'tools';

const TEXTS: ReadonlyArray<readonly [key: TextKey, title: string, help: string]> = [
	[
		'system',
		'System prompt',
		'Who the model is and how it answers. Empty: it answers beside your code, exactly and briefly.',
	],
	[
		'schema',
		'Answer as JSON',
		'A JSON schema that the answer has to keep to. It is checked when it is whole.',
	],
	[
		'tools',
		'Tools',
		'Functions as JSON that the model may ask for. What it asks for is shown; nothing is called.',
	],
];

/** What a chat is told beside its questions: it holds for this question and those after it. */
export function settingsForm(host: SettingsHost): TemplateResult {
	const { prefix, settings, draft } = host;
	return html`<div class="settings">
		${(draft?.hints ?? []).map(hint => html`<p class="field-help hint">${hint}</p>`)}
		${TEXTS.map(
			([key, title, help]) =>
				html`<div class="field wide">
					<label for=${`${prefix}-${key}`}>${title}</label>
					<textarea
						id=${`${prefix}-${key}`}
						class=${key === 'system' ? '' : 'code'}
						rows="2"
						spellcheck=${key === 'system'}
						aria-describedby=${`${prefix}-${key}-help`}
						.value=${settings[key] ?? ''}
						@change=${(event: Event) =>
							host.change({ ...settings, [key]: (event.target as HTMLTextAreaElement).value })}
					></textarea>
					<p class="field-help" id=${`${prefix}-${key}-help`}>${help}</p>
				</div>`,
		)}
		${
			draft
				? parameterFields(draft.fields, {
						prefix,
						values: settings.parameters ?? {},
						change: (name, value) =>
							host.change({ ...settings, parameters: { ...settings.parameters, [name]: value } }),
					})
				: nothing
		}
	</div>`;
}
