import { html, nothing, type TemplateResult } from 'lit';
import type { FromRepoPage, Part, PartName, PartsState, RepoParts } from '../../shared/repoPage';
import { problemNote } from '../parts/problemNote';
import { cardBody } from './cardBody';
import { factList } from './factList';
import { dataTable, filesTable, historyTables, providersTable, tensorsTable, weightsTables } from './tables';

type Post = (message: FromRepoPage) => void;
type Templates = { readonly [N in PartName]: (value: RepoParts[N], post: Post) => unknown };

const button = (label: string, press: () => void) =>
	html`<button type="button" class="button secondary" @click=${press}>${label}</button>`;

const TEMPLATES: Templates = {
	facts: ({ facts }) => factList(facts),
	card: card =>
		html`${factList(card.facts)}${card.markdown.trim() === '' ? html`<p class="muted">The card is empty.</p>` : cardBody(card)}`,
	files: filesTable,
	history: historyTables,
	weights: weightsTables,
	tensors: tensorsTable,
	providers: providersTable,
	data: dataTable,
	statistics: columns =>
		columns.length === 0
			? html`<p class="muted">There are no statistics of this split.</p>`
			: html`<h2>Statistics</h2>
					<div class="columns">
						${columns.map(
							({ name, facts }) =>
								html`<section class="column">
									<h3>${name}</h3>
									${factList(facts)}
								</section>`,
						)}
					</div>`,
	space: ({ facts, isOwn, canRestart, canPause }, post) =>
		html`${factList(facts)}
			${isOwn ? nothing : html`<p class="muted">Those whose Space it is can restart and pause it, and see its secrets and variables.</p>`}
			<p class="buttons">
				${canRestart ? button('Restart…', () => post({ type: 'action', action: 'restart' })) : nothing}
				${canRestart ? button('Rebuild…', () => post({ type: 'action', action: 'rebuild' })) : nothing}
				${canPause ? button('Pause…', () => post({ type: 'action', action: 'pause' })) : nothing}
			</p>`,
	variables: ({ secrets, variables }) =>
		html`<h2>Secrets</h2>
			${secrets.length === 0 ? html`<p class="muted">None.</p>` : factList(secrets)}
			<h2>Variables</h2>
			${variables.length === 0 ? html`<p class="muted">None.</p>` : factList(variables)}`,
	log: ({ which, lines, isOpen }) =>
		html`<h2>${which === 'run' ? 'Log of the App' : 'Log of the Build'}${isOpen ? ' (live)' : ''}</h2>
			<pre class="log" role="log" tabindex="0">${lines.join('\n')}</pre>`,
};

/** What stands for a part that is loaded only when it is asked for. */
const OFFERS: Partial<Record<PartName, (post: Post, parts: PartsState) => TemplateResult | typeof nothing>> =
	{
		statistics: post =>
			html`<p>${button('Show Statistics', () => post({ type: 'action', action: 'statistics' }))}</p>`,
		variables: (post, { space }) =>
			space?.state === 'ready' && space.value.isOwn
				? html`<p>
						${button('Show Secrets and Variables', () => post({ type: 'action', action: 'variables' }))}
					</p>`
				: nothing,
		log: post =>
			html`<p class="buttons">
				${button('Show Log', () => post({ type: 'showLog', which: 'run' }))}
				${button('Show Build Log', () => post({ type: 'showLog', which: 'build' }))}
			</p>`,
	};

/** One part as it is now: its content, that it is on its way, or why it did not come. */
export function partTemplate(name: PartName, parts: PartsState, post: Post): TemplateResult | typeof nothing {
	const part = parts[name] as Part<RepoParts[PartName]> | undefined;
	const offer = OFFERS[name]?.(post, parts);
	switch (part?.state) {
		case undefined:
			return offer ?? nothing;
		case 'loading':
			return html`<p class="muted" role="status">Loading…</p>`;
		case 'failed':
			return problemNote(part.problem, index => post({ type: 'remedy', part: name, index }));
		case 'ready': {
			const template = TEMPLATES[name] as (value: RepoParts[PartName], post: Post) => unknown;
			return html`${name === 'log' ? offer : nothing}${template(part.value, post)}`;
		}
	}
}
