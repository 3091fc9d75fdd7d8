import * as vscode from 'vscode';
import type { CommandHandler } from '../commandId';
import { planUpload } from '../hub/transfers/upload/planUpload';
import { runUpload, type UploadResult } from '../hub/transfers/upload/runUpload';
import type { UploadDeps } from '../hub/transfers/upload/uploadDeps';
import type { UploadPlan, UploadSource } from '../hub/transfers/upload/uploadPlan';
import type { RepoRef } from '../shared/repoType';
import { guarded } from '../ui/guarded';
import type { Log } from '../ui/log';
import { byteSize } from '../shared/byteSize';
import { Disposable } from '../util/disposable';
import { isRecord } from '../util/isRecord';
import { askUpload } from './askUpload';
import { transferProgress } from './transferProgress';
import type { UploadDrafts } from './uploadDraft';
import { UploadPreview } from './uploadPreview';

export type UploadCommandId =
	| 'hfWorkbench.upload'
	| 'hfWorkbench.commitUpload'
	| 'hfWorkbench.proposeUpload'
	| 'hfWorkbench.refreshUpload'
	| 'hfWorkbench.allowUpload'
	| 'hfWorkbench.toggleDeletion'
	| 'hfWorkbench.closeUpload';

export interface UploadsOptions {
	readonly deps: UploadDeps;
	readonly drafts: UploadDrafts;
	readonly log: Log;
	readonly newRepo: () => Promise<RepoRef | undefined>;
}

/** Milliseconds between two reports of how far an upload is. */
const TICK = 200;

/** Uploads: asked for, looked at in the Source Control view, and committed from there. One at a time. */
export class Uploads extends Disposable {
	readonly commands: Readonly<Record<UploadCommandId, CommandHandler>>;
	private preview: UploadPreview | undefined;
	private lastRepo: RepoRef | undefined;
	/** What is being compared or sent: pressed twice, a button does nothing more. */
	private isBusy = false;

	constructor(private readonly options: UploadsOptions) {
		super();
		this.register({ dispose: () => this.preview?.dispose() });
		const onFiles = (act: (preview: UploadPreview, file: string) => void): CommandHandler => {
			return async (...rows) => {
				const { preview } = this;
				for (const row of rows.flat()) {
					if (preview && isRecord(row) && typeof row.uploadPath === 'string') {
						act(preview, row.uploadPath);
					}
				}
				await this.save();
			};
		};
		const alone = (work: (...args: unknown[]) => Promise<void>): CommandHandler => {
			return async (...args) => {
				if (!this.isBusy) {
					this.isBusy = true;
					await work(...args).finally(() => (this.isBusy = false));
				}
			};
		};
		this.commands = guarded<UploadCommandId>(options.log, {
			'hfWorkbench.upload': alone((argument, others) => this.begin(argument, others)),
			'hfWorkbench.commitUpload': alone(() => this.carryOut(false)),
			'hfWorkbench.proposeUpload': alone(() => this.carryOut(true)),
			'hfWorkbench.refreshUpload': alone(() => this.refresh()),
			'hfWorkbench.allowUpload': onFiles((preview, file) => preview.allow(file)),
			'hfWorkbench.toggleDeletion': onFiles((preview, file) => preview.toggleDeleted(file)),
			'hfWorkbench.closeUpload': () => this.close(),
		});
		if (options.drafts.get()) {
			void this.commands['hfWorkbench.refreshUpload']();
		}
	}

	private async begin(argument: unknown, others: unknown): Promise<void> {
		const { deps, newRepo } = this.options;
		const source = await askUpload({ deps, newRepo, lastRepo: this.lastRepo }, argument, others);
		if (!source) {
			return;
		}
		const plan = await this.compare(source);
		if (isEmpty(plan)) {
			void vscode.window.showInformationMessage(`${source.repo.id} has all of it already.`);
			return;
		}
		await this.close();
		this.preview = new UploadPreview(plan, () => void this.save());
		await this.save();
		await vscode.commands.executeCommand('workbench.view.scm');
	}

	private compare(source: UploadSource): Thenable<UploadPlan> {
		return transferProgress(`Comparing with ${source.repo.id}`, (signal, tell) =>
			planUpload(this.options.deps, source, signal, files => tell(`${files} files`)),
		);
	}

	/** Compares again what is shown, or what an earlier window has shown. */
	private async refresh(): Promise<void> {
		const draft = this.options.drafts.get();
		const source = this.preview?.source ?? draft?.source;
		if (!source) {
			return;
		}
		const plan = await this.compare(source);
		if (isEmpty(plan)) {
			await this.close();
			void vscode.window.showInformationMessage(`${source.repo.id} has all of it already.`);
		} else if (this.preview) {
			this.preview.show(plan);
		} else {
			this.preview = new UploadPreview(plan, () => void this.save(), draft);
		}
	}

	private async carryOut(asPullRequest: boolean): Promise<void> {
		const order = this.preview?.order(asPullRequest);
		if (!order) {
			void vscode.window.showInformationMessage('There is nothing to upload.');
			return;
		}
		await this.save();
		const total = order.files.reduce((sum, { size }) => sum + size, 0);
		const result = await transferProgress(`Uploading to ${order.plan.repo.id}`, async (signal, tell) => {
			let sent = 0;
			const ticking = setInterval(() => {
				const percent = total === 0 ? undefined : Math.floor((100 * sent) / total);
				tell(`${byteSize(sent)} of ${byteSize(total)}`, percent);
			}, TICK);
			try {
				return await runUpload(this.options.deps, order, signal, bytes => (sent = bytes));
			} finally {
				clearInterval(ticking);
			}
		});
		this.lastRepo = order.plan.repo;
		await this.close();
		void announce(result, order.plan.repo);
	}

	/** What is looked at outlives the window. */
	private async save(): Promise<void> {
		await this.options.drafts.set(this.preview?.draft);
	}

	private async close(): Promise<void> {
		this.preview?.clear();
		this.preview?.dispose();
		this.preview = undefined;
		await this.save();
	}
}

/** Whether there is nothing that one could want to look at. */
function isEmpty({ files, missing, tooLarge, withheld }: UploadPlan): boolean {
	return files.length + missing.length + tooLarge.length + withheld.length === 0;
}

async function announce({ url, pullRequestUrl }: UploadResult, repo: RepoRef): Promise<void> {
	const pressed = await vscode.window.showInformationMessage(
		pullRequestUrl === undefined ? `Uploaded to ${repo.id}.` : `Opened a pull request on ${repo.id}.`,
		'Open on the Hub',
	);
	if (pressed) {
		await vscode.env.openExternal(vscode.Uri.parse(pullRequestUrl ?? url, true));
	}
}
