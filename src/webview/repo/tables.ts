import { html, nothing, type TemplateResult } from 'lit';
import type {
	CommitView,
	FileView,
	FromRepoPage,
	QuantView,
	RefView,
	RepoParts,
} from '../../shared/repoPage';
import { icon } from '../icon';
import { factList } from './factList';

type Post = (message: FromRepoPage) => void;

const link = (label: unknown, press: () => void) =>
	html`<button type="button" class="link-button" @click=${press}>${label}</button>`;

/** What its rows are is said, since a narrow page lays some of them out otherwise than as a table. */
function table(heads: readonly string[], rows: readonly unknown[], className = ''): TemplateResult {
	return html`<div class="table ${className}" tabindex="0" role="group" aria-label="Table">
		<table role="table">
			<thead role="rowgroup">
				<tr role="row">
					${heads.map(head => html`<th scope="col" role="columnheader">${head}</th>`)}
				</tr>
			</thead>
			<tbody role="rowgroup">
				${rows}
			</tbody>
		</table>
	</div>`;
}

export function filesTable({ folder, rows, hasMore }: RepoParts['files'], post: Post): TemplateResult {
	const up = folder.split('/').slice(0, -1).join('/');
	const row = ({ name, path, isFolder, size, commit, date, isWeights }: FileView) =>
		html`<tr role="row">
			<td class="whole" role="cell">
				${icon(isFolder ? 'folder' : 'file')}
				${link(name, () => post(isFolder ? { type: 'openFolder', path } : { type: 'openFile', path }))}
				${isWeights ? link('Tensors', () => post({ type: 'readTensors', path })) : nothing}
			</td>
			<td class="number" role="cell">${size}</td>
			<td class="words" role="cell">${commit}</td>
			<td class="number" role="cell">${date}</td>
		</tr>`;
	return html`<h2>${folder === '' ? 'Files' : folder}</h2>
		${folder === '' ? nothing : html`<p>${link(html`${icon('arrow-up')} Up`, () => post({ type: 'openFolder', path: up }))}</p>`}
		${table(['Name', 'Size', 'Last commit', 'Date'], rows.map(row), 'files')}
		${hasMore ? html`<p class="muted">There are more files; the sidebar lists all of them.</p>` : nothing}`;
}

export function historyTables(
	{ branches, tags, pullRequests, commits, total, more }: RepoParts['history'],
	post: Post,
): TemplateResult {
	const refs = (title: string, list: readonly RefView[]) =>
		list.length === 0
			? nothing
			: html`<h2>${title}</h2>
					${table(
						['Name', 'Commit'],
						list.map(
							({ name, commit }) =>
								html`<tr>
									<td>${name}</td>
									<td><code>${commit.slice(0, 7)}</code></td>
								</tr>`,
						),
					)}`;
	const commitRow = ({ name, commit, authors, date }: CommitView) =>
		html`<tr>
			<td class="words">${link(name, () => post({ type: 'showCommit', target: commit }))}</td>
			<td><code>${commit.slice(0, 7)}</code></td>
			<td>${authors}</td>
			<td class="number">${date}</td>
		</tr>`;
	return html`<h2>Commits</h2>
		${table(['Title', 'Commit', 'By', 'Date'], commits.map(commitRow))}
		${
			more === 'none'
				? nothing
				: html`<p class="buttons">
						<button type="button" class="button secondary" @click=${() => post({ type: 'moreCommits' })}>
							${more === 'loading' ? 'Loading…' : 'Load More'}
						</button>
						<span class="muted" role="status">
							The latest ${commits.length}${total === undefined ? '' : ` of ${total}`} commits
						</span>
					</p>`
		}
		${refs('Branches', branches)} ${refs('Tags', tags)} ${refs('Pull Requests', pullRequests)}`;
}

const FITS = {
	fits: ['check', 'yes'],
	tight: ['warning', 'barely'],
	no: ['close', 'no'],
} as const;

export function weightsTables(
	{ total, byType, quants, memory, files }: RepoParts['weights'],
	post: Post,
): TemplateResult {
	const quantRow = ({ name, size, isFile, fit }: QuantView) =>
		html`<tr>
			<td>${name}${isFile ? nothing : html` <span class="muted">(estimated)</span>`}</td>
			<td class="number">${size}</td>
			<td class="fit ${fit} whole">${icon(FITS[fit][0])} ${FITS[fit][1]}</td>
		</tr>`;
	return html`<p>${total} parameters</p>
		${
			byType.length === 0
				? nothing
				: table(
						['Type', 'Parameters', 'Share'],
						byType.map(
							([type, count, percent]) =>
								html`<tr>
									<td>${type}</td>
									<td class="number">${count}</td>
									<td class="number">${percent}%</td>
								</tr>`,
						),
					)
		}
		${
			quants.length === 0
				? nothing
				: html`<h2>In this machine’s memory (${memory})</h2>
						${table(['Version', 'Size', 'Fits'], quants.map(quantRow))}`
		}
		${files.length === 0 ? nothing : html`<h2>Tensors</h2>`}
		<ul class="plain">
			${files.map(path => html`<li>${link(path, () => post({ type: 'readTensors', path }))}</li>`)}
		</ul>`;
}

export function tensorsTable({ path, facts, tensors, left }: RepoParts['tensors']): TemplateResult {
	return html`<h2>${path}</h2>
		${factList(facts)}
		${table(
			['Tensor', 'Type', 'Shape'],
			tensors.map(
				([name, type, shape]) =>
					html`<tr>
						<td>${name}</td>
						<td>${type}</td>
						<td class="number">${shape}</td>
					</tr>`,
			),
		)}
		${left > 0 ? html`<p class="muted">${left} more are not shown.</p>` : nothing}`;
}

export function providersTable(providers: RepoParts['providers']): TemplateResult {
	return providers.length === 0
		? html`<p class="muted">No inference provider serves this model.</p>`
		: table(
				['Provider', 'Task', 'Price', 'Speed', 'Context', 'State'],
				providers.map(
					({ name, task, price, speed, context, isLive }) =>
						html`<tr>
							<td>${name}</td>
							<td>${task}</td>
							<td class="words">${price}</td>
							<td class="words">${speed}</td>
							<td class="whole">${context}</td>
							<td class="whole">${isLive ? 'live' : 'not live'}</td>
						</tr>`,
				),
			);
}

export function dataTable(
	{ splits, selected, columns, rows }: RepoParts['data'],
	post: Post,
): TemplateResult {
	return html`${
		splits.length > 0
			? html`<label class="choice"
					>Split
					<select
						@change=${(event: Event) => post({ type: 'chooseSplit', index: (event.target as HTMLSelectElement).selectedIndex })}
					>
						${splits.map((name, index) => html`<option ?selected=${index === selected}>${name}</option>`)}
					</select></label
				>`
			: html`<p class="muted">The dataset viewer knows no splits of this dataset.</p>`
	}
	${
		columns.length === 0
			? nothing
			: table(
					columns.map(([name, type]) => `${name} (${type})`),
					rows.map(
						row =>
							html`<tr>
								${row.map(value => html`<td dir="auto">${value}</td>`)}
							</tr>`,
					),
				)
	}`;
}
