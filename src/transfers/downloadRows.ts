import * as vscode from 'vscode';
import type { DownloadJob } from '../hub/transfers/downloadJob';
import type { Downloads } from '../hub/transfers/downloads';
import { downloadSize } from '../hub/transfers/download';
import { cardMarkdown } from '../ui/card';
import { wordProblemWithoutRun } from '../ui/wordProblemWithoutRun';
import { byteSize } from '../shared/byteSize';
import { localTime } from '../util/localTime';
import { counted } from './counted';
import { downloadDescription, downloadIcon } from './downloadWords';
import type { Row } from './row';

/** A download in its view. Commands know it by `downloadId`. */
export interface DownloadRow extends Row {
	readonly downloadId: string;
}

/** By which the menus of the manifest know in what state a download is. */
const KINDS = {
	running: 'hfWorkbench.download.running',
	elsewhere: 'hfWorkbench.download.elsewhere',
	stopped: 'hfWorkbench.download.stopped',
	interrupted: 'hfWorkbench.download.interrupted',
	failed: 'hfWorkbench.download.failed',
	finished: 'hfWorkbench.download.finished',
} as const satisfies Record<DownloadJob['state']['type'], string>;

export async function downloadRows(downloads: Downloads): Promise<readonly DownloadRow[]> {
	await downloads.load();
	return downloads.jobs.map(downloadRow);
}

function downloadRow(job: DownloadJob): DownloadRow {
	return {
		id: `download/${job.id}`,
		downloadId: job.id,
		item: () => {
			const item = new vscode.TreeItem(job.download.repo.id);
			const description = downloadDescription(job);
			item.description = description;
			item.iconPath = new vscode.ThemeIcon(downloadIcon(job));
			item.contextValue = KINDS[job.state.type];
			item.tooltip = cardMarkdown(card(job));
			item.accessibilityInformation = {
				label: `${job.download.repo.id}, ${description.replaceAll(' · ', ', ')}`,
			};
			return item;
		},
	};
}

function card({ download, startedAt, state }: DownloadJob) {
	const { repo, revision, commit, files, target } = download;
	const problem = state.type === 'failed' ? wordProblemWithoutRun(state.problem) : undefined;
	return {
		title: repo.id,
		facts: [
			['Revision', `${revision} (${commit.slice(0, 7)})`],
			['Files', `${counted(files)}, ${byteSize(downloadSize(download))}`],
			['To', target.kind === 'cache' ? `the shared cache, ${target.root}` : target.path],
			['Started', localTime(startedAt)],
		] as const,
		note: problem && `${problem.title} ${problem.explanation}`,
	};
}
