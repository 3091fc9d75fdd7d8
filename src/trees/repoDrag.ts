import * as vscode from 'vscode';
import { isRepoType } from '../shared/repoType';
import { isRecord } from '../util/isRecord';
import { isRepoId } from '../util/isRepoId';
import { loadingLine, type DraggedRepo } from './loadingLine';
import { rowTarget } from './rowTarget';

/** What is dragged, for our own drop; whoever else takes it gets the ids as text. */
const REPO_MIME = 'application/vnd.hf-workbench.repos';

/** Notes on a drag what the rows stand for. Rows that stand for nothing of the Hub's, such as sections, are passed over. */
export function dragRows(rows: readonly unknown[], transfer: vscode.DataTransfer): void {
	const targets = rows.map(rowTarget).filter(target => target !== undefined);
	if (targets.length === 0) {
		return;
	}
	const repos = rows.map(draggedRepo).filter(repo => repo !== undefined);
	transfer.set('text/plain', new vscode.DataTransferItem(targets.map(({ id }) => id).join('\n')));
	transfer.set(REPO_MIME, new vscode.DataTransferItem(JSON.stringify(repos)));
}

/** Lets a repo that is dropped into a document become the line that loads it there, or its id. */
export function registerRepoDrop(): vscode.Disposable {
	return vscode.languages.registerDocumentDropEditProvider(
		{ pattern: '**' },
		{
			provideDocumentDropEdits: async ({ languageId }, _position, transfer) => {
				const repos = await droppedRepos(transfer);
				if (repos.length === 0) {
					return undefined;
				}
				const lines = repos.map(repo => loadingLine(languageId, repo));
				const ids = new vscode.DocumentDropEdit(
					plain(repos.map(({ id }) => id).join('\n')),
					'Insert Id',
					vscode.DocumentDropOrPasteEditKind.Empty.append('hfWorkbench', 'id'),
				);
				const isWhole = lines.every(line => line !== undefined);
				const loading = new vscode.DocumentDropEdit(
					plain(lines.join('\n')),
					'Insert Loading Line',
					vscode.DocumentDropOrPasteEditKind.Empty.append('hfWorkbench', 'load'),
				);
				return isWhole ? [loading, ids] : [ids];
			},
		},
		{
			dropMimeTypes: [REPO_MIME],
			providedDropEditKinds: [vscode.DocumentDropOrPasteEditKind.Empty.append('hfWorkbench')],
		},
	);
}

/** A snippet in which nothing is a placeholder. */
function plain(text: string): vscode.SnippetString {
	return new vscode.SnippetString().appendText(text);
}

function draggedRepo(row: unknown): DraggedRepo | undefined {
	const repo = isRecord(row) && isRecord(row.repo) ? row.repo : {};
	const task = isRecord(row) && typeof row.task === 'string' ? row.task : undefined;
	return isRepoType(repo.type) && typeof repo.id === 'string' && isRepoId(repo.id)
		? { type: repo.type, id: repo.id, ...(task !== undefined && /^[\w-]+$/.test(task) && { task }) }
		: undefined;
}

async function droppedRepos(transfer: vscode.DataTransfer): Promise<readonly DraggedRepo[]> {
	try {
		const value: unknown = JSON.parse((await transfer.get(REPO_MIME)?.asString()) ?? '[]');
		return Array.isArray(value)
			? value
					.map(repo => draggedRepo({ repo: repo as unknown, task: isRecord(repo) ? repo.task : undefined }))
					.filter(repo => repo !== undefined)
			: [];
	} catch {
		return [];
	}
}
