import { html, type TemplateResult } from 'lit';
import type { CopyFormat } from '../../shared/protocol';
import type { PageContext } from '../pageContext';
import type { RunRecord } from '../runRecord';
import './copyButton';

const LABELS = {
	json: 'Copy as JSON',
	numpy: 'Copy as NumPy',
	csv: 'Copy as CSV',
	markdown: 'Copy as Markdown',
	srt: 'Copy as Subtitles',
} as const satisfies Record<CopyFormat, string>;

/** Buttons that copy a whole answer in formats that other programs take. */
export function copyAs(
	{ view }: RunRecord,
	context: PageContext,
	...formats: readonly CopyFormat[]
): TemplateResult {
	return html`<div class="output-tools">
		${formats.map(
			format =>
				html`<hf-copy-button
					.label=${LABELS[format]}
					.press=${() => context.post({ type: 'copyAs', id: view.id, format })}
				></hf-copy-button>`,
		)}
	</div>`;
}
