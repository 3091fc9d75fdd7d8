import { html, type TemplateResult } from 'lit';

/** What the page says before the first run. */
export function emptyState(start: () => void): TemplateResult {
	return html`<div class="empty-state">
		<h1 class="visually-hidden">Results</h1>
		<p>Select text in an editor and run a model on it. The answer appears here.</p>
		<button type="button" class="button" @click=${start}>Run on Selection…</button>
	</div>`;
}
