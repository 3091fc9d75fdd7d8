import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import './comparison';
import './composer';
import { branchesOf, comparedElsewhere } from './conversation';
import type { PageContext } from './pageContext';
import './runArticle';
import type { RunRecord } from './runRecord';
import type { RunStore } from './runStore';

/** What the views of turns need of the page. */
export interface TurnsViews {
	readonly store: RunStore;
	readonly context: PageContext;
	readonly choose: (id: string) => void;
	/** Shows one of the runs that are compared alone. */
	readonly goOnFrom: (id: string) => void;
}

/** A conversation from top to bottom, or runs that are compared side by side. */
export function turnsView(turns: readonly RunRecord[], last: RunRecord, views: TurnsViews): TemplateResult {
	const areCompared = isCompared(turns);
	const shown = repeat(
		turns,
		({ view }) => view.id,
		(turn, at) => turnView(turn, { isFirst: at === 0, isCompared: areCompared }, views),
	);
	return areCompared
		? html`<div class="side-by-side">${shown}</div>
				<hf-comparison .records=${turns} .context=${views.context}></hf-comparison>`
		: html`${shown} ${composer(last, views)}`;
}

/** Several runs without one going on from another can only be those of a comparison. */
function isCompared(turns: readonly RunRecord[]): boolean {
	return turns.length > 1 && turns.every(({ view }) => view.parent === undefined);
}

function turnView(
	record: RunRecord,
	place: { readonly isFirst: boolean; readonly isCompared: boolean },
	{ store, context, choose, goOnFrom }: TurnsViews,
): TemplateResult {
	const branches = branchesOf(store.records, record).map(({ view }) => view.id);
	const other = place.isCompared ? undefined : comparedElsewhere(store.records, record);
	return html`<hf-run
		.record=${record}
		.context=${context}
		.isFirst=${place.isFirst}
		.isCompared=${place.isCompared}
		.branches=${branches.join(' ')}
		.draft=${store.drafts.get(record.view.id)}
		.choose=${choose}
		.goOnFrom=${goOnFrom}
		.back=${other && (() => choose(other.view.id))}
	></hf-run>`;
}

/** Whether a question is being written; another place to write that comes instead has the keyboard then. */
function isWriting(): boolean {
	return document.hasFocus() && document.activeElement?.closest('hf-composer') != null;
}

function composer(last: RunRecord, { store, context }: TurnsViews): unknown {
	const { id, task } = last.view;
	return task === 'conversational'
		? keyed(
				id,
				html`<hf-composer
					.record=${last}
					.context=${context}
					.place=${'after'}
					.takesFocus=${isWriting()}
					.draft=${store.drafts.get(id)}
					.estimate=${store.estimates.get(id)}
				></hf-composer>`,
			)
		: nothing;
}
