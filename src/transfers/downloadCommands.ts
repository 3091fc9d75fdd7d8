import path from 'node:path';
import * as vscode from 'vscode';
import type { CommandHandler } from '../commandId';
import { CacheLayout } from '../hub/cache/cacheLayout';
import type { Download } from '../hub/transfers/download';
import type { DownloadJob } from '../hub/transfers/downloadJob';
import { guarded } from '../ui/guarded';
import { openRemedy } from '../ui/openRemedy';
import { wordProblemWithoutRun } from '../ui/wordProblemWithoutRun';
import type { Remedy } from '../ui/remedy';
import { byteSize } from '../shared/byteSize';
import { isRecord } from '../util/isRecord';
import { downloadSize } from '../hub/transfers/download';
import { askDownload } from './askDownload';
import { locationArgument } from './locationArgument';
import { repoArgument } from './repoArgument';
import { revealFolder } from './revealFolder';
import type { TransfersDeps } from './transfersDeps';

export type DownloadCommandId =
	| 'hfWorkbench.download'
	| 'hfWorkbench.showDownloads'
	| 'hfWorkbench.cancelDownload'
	| 'hfWorkbench.resumeDownload'
	| 'hfWorkbench.removeDownload'
	| 'hfWorkbench.clearDownloads'
	| 'hfWorkbench.revealDownload';

/** What the commands on downloads do. They take a row of the view; `download` also takes a repo, or asks for one. */
export function downloadCommands(deps: TransfersDeps): Readonly<Record<DownloadCommandId, CommandHandler>> {
	const { downloads } = deps;
	const job = (row: unknown) => {
		const id = isRecord(row) ? row.downloadId : row;
		return downloads.jobs.find(one => one.id === id);
	};
	const onJob = (act: (job: DownloadJob) => unknown): CommandHandler => {
		return row => {
			const found = job(row);
			return found && act(found);
		};
	};
	return guarded<DownloadCommandId>(deps.log, {
		'hfWorkbench.download': async argument => {
			const download = await askDownload(deps, repoArgument(argument), locationArgument(argument));
			if (download) {
				await downloads.start(download);
				await deps.showDownloads();
			}
		},
		'hfWorkbench.showDownloads': () => deps.showDownloads(),
		'hfWorkbench.cancelDownload': onJob(({ id }) => downloads.cancel(id)),
		'hfWorkbench.resumeDownload': onJob(({ id }) => downloads.resume(id)),
		'hfWorkbench.removeDownload': onJob(({ id }) => downloads.remove(id)),
		'hfWorkbench.clearDownloads': async () => {
			for (const { id, state } of downloads.jobs) {
				if (state.type === 'finished') {
					await downloads.remove(id);
				}
			}
		},
		'hfWorkbench.revealDownload': onJob(({ download }) => revealFolder(folderOf(download))),
	});
}

function folderOf({ target, repo, commit }: Download): string {
	return target.kind === 'folder'
		? path.resolve(target.path)
		: new CacheLayout(target.root, repo).snapshot(commit);
}

/** Tells of a download that has ended: the user may be somewhere else by then. */
export async function announceEnd({ id, download, state }: DownloadJob): Promise<void> {
	const { repo } = download;
	if (state.type === 'finished') {
		const pressed = await vscode.window.showInformationMessage(
			`Downloaded ${repo.id}: ${byteSize(downloadSize(download))}.`,
			'Reveal',
		);
		if (pressed) {
			await vscode.commands.executeCommand('hfWorkbench.revealDownload', id);
		}
	} else if (state.type === 'failed') {
		const { title, explanation, remedies } = wordProblemWithoutRun(state.problem);
		const resume: Remedy = { label: 'Resume', command: 'hfWorkbench.resumeDownload', args: [id] };
		const pressed = await vscode.window.showErrorMessage(
			`The download of ${repo.id} stopped. ${title} ${explanation}`,
			...[resume, ...remedies].map(remedy => ({ title: remedy.label, remedy })),
		);
		if (pressed) {
			await openRemedy(pressed.remedy);
		}
	}
}
