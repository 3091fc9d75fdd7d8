import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { isFileInput } from '../inference/inputs/isFileInput';
import type { RunRequest } from '../inference/runRequest';
import { exportedRun, type FileHashes, readExportedRun } from './exportedRun';
import type { Run } from './run';

const FILTERS = { 'Runs (JSON)': ['json'] };

/** Saves a run where the user says, and shows it in `column`. `revision` asks the Hub for the model's, and may fail. */
export async function exportRun(
	run: Run,
	request: RunRequest,
	revision: () => Promise<string | undefined>,
	column: vscode.ViewColumn | undefined,
): Promise<void> {
	const name = `${run.title}-${run.model.split('/').at(-1) ?? ''}`.replace(/[^\w.-]+/g, '-').toLowerCase();
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	const uri = await vscode.window.showSaveDialog({
		title: 'Export Run',
		filters: FILTERS,
		...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, `${name}.json`) }),
	});
	if (uri) {
		const hashes = await fileHashes(request);
		const value = exportedRun(run, request, await revision().catch(() => undefined), hashes);
		await vscode.workspace.fs.writeFile(
			uri,
			new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`),
		);
		await vscode.window.showTextDocument(uri, { viewColumn: column ?? vscode.ViewColumn.One });
	}
}

/** Of the files that are still there; the others are known by their addresses. */
async function fileHashes({ inputs = {} }: RunRequest): Promise<FileHashes> {
	const hashes: Record<string, string> = {};
	for (const [name, input] of Object.entries(inputs)) {
		if (isFileInput(input)) {
			try {
				const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(input.uri));
				hashes[name] = createHash('sha256').update(bytes).digest('hex');
			} catch {
				// A file that has gone leaves its run as it is.
			}
		}
	}
	return hashes;
}

/** Asks for an exported run. Nothing if the user leaves, or if the file is none. */
export async function pickExportedRun(): Promise<RunRequest | undefined> {
	const [uri] =
		(await vscode.window.showOpenDialog({ title: 'Replay Run', openLabel: 'Replay', filters: FILTERS })) ??
		[];
	if (!uri) {
		return undefined;
	}
	const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
	const request = readExportedRun(text);
	if (!request) {
		void vscode.window.showWarningMessage(
			`${uri.path.split('/').at(-1) ?? 'The file'} is not an exported run.`,
		);
	}
	return request;
}
