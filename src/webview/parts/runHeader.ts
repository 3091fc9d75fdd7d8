import { html, nothing, type TemplateResult } from 'lit';
import type { RunSource, RunView } from '../../shared/run';
import { icon } from '../icon';

/** Where the input came from, what answered, and through whom; `back` leads to what the run was compared with. */
export function runHeader(run: RunView, reveal: () => void, back: (() => void) | undefined): TemplateResult {
	const { model, provider, source } = run;
	return html`<div class="origin">
		<span class="model" title="Model">${model}</span>
		${provider ? html`<span class="provider" title="Provider">${provider}</span>` : nothing}
		${
			source
				? html`<button
						type="button"
						class="link-button"
						title="Go to the text that was given to the model"
						aria-label=${`Go to ${sourceText(source)}`}
						@click=${reveal}
					>
						${icon('go-to-file')}<span>${sourceText(source)}</span>
					</button>`
				: nothing
		}
		${
			back
				? html`<button type="button" class="link-button" @click=${back}>
						${icon('split-horizontal')}<span>Back to the Comparison</span>
					</button>`
				: nothing
		}
	</div>`;
}

function sourceText({ fileName, firstLine, lastLine }: RunSource): string {
	const lines = firstLine === lastLine ? `${firstLine}` : `${firstLine}–${lastLine}`;
	return `${fileName}:${lines}`;
}
