import * as vscode from 'vscode';
import type { CommandHandler } from '../commandId';
import { planUpload } from '../hub/transfers/upload/planUpload';
import { runUpload } from '../hub/transfers/upload/runUpload';
import type { UploadDeps } from '../hub/transfers/upload/uploadDeps';
import type { UploadPlan, UploadSource } from '../hub/transfers/upload/uploadPlan';
import type { RepoRef } from '../shared/repoType';
import { guarded } from '../ui/guarded';
import type { Log } from '../ui/log';
import { byteSize } from '../shared/byteSize';
import { Disposable } from '../util/disposable';
import { omit } from '../util/omit';
import { problemOf } from '../util/problemOf';
import { withoutLinks } from '../util/withoutLinks';
import { announceUpload } from './announceUpload';
import { askRepoFolder } from './askRepoFolder';
import { askUpload } from './askUpload';
import { mayGiveUp } from './mayGiveUp';
import { placeWords } from './placeWords';
import { type TellProgress, transferProgress } from './transferProgress';
import { UploadDecorations } from './uploadDecorations';
import type { UploadDraft, UploadDrafts } from './uploadDraft';
import { UploadLists } from './uploadLists';
import { type UploadMarkCommandId, uploadMarkCommands } from './uploadMarkCommands';
import type { UploadPlaces } from './uploadPlaces';
import { UploadPreview } from './uploadPreview';
import { uploadRowPaths } from './uploadRowPaths';
import { type UploadStep, UploadTurn } from './uploadTurn';

export type UploadCommandId =
	| UploadMarkCommandId
	| 'hfWorkbench.upload'
	| 'hfWorkbench.uploadToFolder'
	| 'hfWorkbench.commitUpload'
	| 'hfWorkbench.proposeUpload'
	| 'hfWorkbench.refreshUpload'
	| 'hfWorkbench.changeUploadFolder'
	| 'hfWorkbench.uploadIgnored'
	| 'hfWorkbench.closeUpload';

export interface UploadsOptions {
	readonly deps: UploadDeps;
	readonly drafts: UploadDrafts;
	readonly places: UploadPlaces;
	readonly log: Log;
	readonly newRepo: () => Promise<RepoRef | undefined>;
}

/** Milliseconds between two reports of how far an upload is. */
const TICK = 200;

const UNDER_WAY: Readonly<Record<UploadStep, string>> = {
	comparing: 'The upload is still being compared with the Hub. Wait for that, or cancel it.',
	sending: 'The upload is under way. Wait until it is done, or cancel it.',
};

/** Uploads: asked for, looked at in the Source Control view, and committed from there. One at a time. */
export class Uploads extends Disposable {
	readonly commands: Readonly<Record<UploadCommandId, CommandHandler>>;
	private readonly lists: UploadLists;
	private preview: UploadPreview | undefined;
	/** What is being compared or sent. Nothing is while it is asked what to upload, or where to. */
	private readonly turn = new UploadTurn(step => void vscode.window.showInformationMessage(UNDER_WAY[step]));

	constructor(private readonly options: UploadsOptions) {
		super();
		this.register({ dispose: () => this.preview?.dispose() });
		this.register(vscode.window.registerFileDecorationProvider(new UploadDecorations()));
		this.lists = this.register(new UploadLists(() => this.preview?.sorted));
		this.commands = guarded<UploadCommandId>(options.log, {
			'hfWorkbench.upload': (argument, others) => this.begin(argument, others),
			'hfWorkbench.uploadToFolder': row => this.begin(row, undefined),
			'hfWorkbench.commitUpload': () => this.turn.take('commit', 'sending', () => this.carryOut(false)),
			'hfWorkbench.proposeUpload': () => this.turn.take('propose', 'sending', () => this.carryOut(true)),
			'hfWorkbench.refreshUpload': () => this.comparing('refresh', () => this.refresh()),
			'hfWorkbench.changeUploadFolder': () => this.changeFolder(),
			...uploadMarkCommands({
				preview: () => this.preview,
				save: () => this.save(),
				openList: group => this.lists.open(group),
			}),
			'hfWorkbench.uploadIgnored': (...rows) =>
				this.comparing('ignored', () => this.takeIgnored(uploadRowPaths(rows))),
			'hfWorkbench.closeUpload': () => this.close(),
		});
		const draft = options.drafts.get();
		if (draft) {
			this.preview = this.open(draft.source, draft);
			if (!draft.problem) {
				void this.commands['hfWorkbench.refreshUpload']();
			}
		}
	}

	private async begin(argument: unknown, others: unknown): Promise<void> {
		if (this.turn.refuses('begin')) {
			return;
		}
		const { preview } = this;
		const givenUp = preview?.isTouched ? preview : undefined;
		if (givenUp && !(await mayGiveUp(givenUp.source))) {
			return;
		}
		const source = await askUpload(this.options, argument, others);
		if (source) {
			const shown = await this.comparing('begin', () => this.look(source, givenUp));
			if (shown) {
				await vscode.commands.executeCommand('workbench.view.scm');
			}
			if (shown?.onlyProposed) {
				void vscode.window.showInformationMessage(
					`You cannot write to ${source.repo.id}, so what you upload becomes a pull request on it.`,
				);
			}
		}
	}

	/** Has something compared, and keeps what came of it. What is shown can be acted upon at once: the turn is over by then. */
	private async comparing<T>(command: string, work: () => Promise<T>): Promise<T | undefined> {
		try {
			return await this.turn.take(command, 'comparing', work);
		} finally {
			await this.save();
		}
	}

	/** Compares for the first time, and shows it in the place of the upload that was open, which may have been given up already. */
	private async look(
		source: UploadSource,
		givenUp: UploadPreview | undefined,
	): Promise<UploadPlan | undefined> {
		const plan = await this.compare(source);
		if (isEmpty(plan)) {
			tellEmpty(plan);
			return undefined;
		}
		const { preview } = this;
		// It may have been touched while the questions were open, and while the folder was compared.
		if (preview?.isTouched && preview !== givenUp && !(await mayGiveUp(preview.source))) {
			return undefined;
		}
		await this.close();
		this.preview = this.open(source);
		this.preview.show(plan);
		return plan;
	}

	private async changeFolder(): Promise<void> {
		const { preview } = this;
		const into = preview && (await askRepoFolder(this.options.deps, preview.source, preview.ended));
		if (preview && into !== undefined && into !== (preview.source.into ?? '') && preview === this.preview) {
			const source = { ...omit(preview.source, 'into'), ...(into !== '' && { into }) };
			await this.comparing('folder', () => this.lookElsewhere(preview, source));
		}
	}

	/** Compares with another folder of the repo. */
	private async lookElsewhere(preview: UploadPreview, source: UploadSource): Promise<void> {
		const plan = await this.compare(source, preview.ended);
		preview.ended.throwIfAborted();
		if (isEmpty(plan)) {
			tellEmpty(plan);
			return;
		}
		preview.showElsewhere(plan, source);
	}

	/** Compares anew, with ignored files and folders as if no rule named them. */
	private async takeIgnored(files: readonly string[]): Promise<void> {
		const { preview } = this;
		if (!preview || files.length === 0) {
			return;
		}
		const also = [...new Set([...(preview.source.also ?? []), ...files])];
		const source = { ...preview.source, also };
		const plan = await this.compare(source, preview.ended);
		preview.ended.throwIfAborted();
		preview.showAlso(plan, source, files);
	}

	private compare(source: UploadSource, until?: AbortSignal): Thenable<UploadPlan> {
		return progressUntil(until, `Comparing with ${source.repo.id}`, (signal, tell) =>
			planUpload(this.options.deps, source, signal, files => tell(files === 1 ? '1 file' : `${files} files`)),
		);
	}

	/** Compares what is shown: again, or for the first time in this window. */
	private async refresh(): Promise<void> {
		const { preview } = this;
		if (!preview) {
			return;
		}
		preview.retry();
		let plan: UploadPlan;
		try {
			plan = await this.compare(preview.source, preview.ended);
			preview.ended.throwIfAborted();
		} catch (error) {
			if (!preview.ended.aborted) {
				preview.fail(problemOf(error));
			}
			throw error;
		}
		if (isEmpty(plan)) {
			await this.close();
			tellEmpty(plan);
		} else {
			preview.show(plan);
		}
	}

	private async carryOut(asPullRequest: boolean): Promise<void> {
		const { preview } = this;
		const order = preview?.order(asPullRequest);
		if (!preview || !order) {
			void vscode.window.showInformationMessage(
				preview?.isCompared === false
					? 'It has not been compared with the Hub yet. Choose Compare Again.'
					: 'There is nothing to upload.',
			);
			return;
		}
		await this.save();
		const total = order.files.reduce((sum, { size }) => sum + size, 0);
		const title = `Uploading to ${order.plan.repo.id}`;
		const result = await progressUntil(preview.ended, title, async (signal, tell) => {
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
		await this.options.places.remember(preview.source).then(undefined, this.failed);
		// It may have been given up when the commit was already made.
		if (this.preview === preview) {
			await this.close();
		}
		void announceUpload(result, order.plan);
	}

	private open(source: UploadSource, draft?: UploadDraft): UploadPreview {
		return new UploadPreview(
			source,
			{
				save: () => this.options.drafts.set(this.preview?.draft),
				failed: this.failed,
				drew: () => this.lists.redraw(),
			},
			draft,
		);
	}

	/** What is looked at outlives the window. Where that fails, it is here all the same. */
	private async save(): Promise<void> {
		await this.options.drafts.set(this.preview?.draft).catch(this.failed);
	}

	private readonly failed = (error: unknown): void => {
		this.options.log.warn(`What is known of an upload could not be kept: ${String(error)}`);
	};

	/** Ends what runs for it as well. */
	private async close(): Promise<void> {
		this.preview?.clear();
		this.preview?.dispose();
		this.preview = undefined;
		this.lists.redraw();
		await this.save();
	}
}

/** Whether there is nothing that one could want to look at. */
function isEmpty({ files, missing, tooLarge, withheld, unreadable, ignored }: UploadPlan): boolean {
	const all = [files, missing, tooLarge, withheld, unreadable, ignored];
	return all.every(({ length }) => length === 0);
}

function tellEmpty(plan: UploadPlan): void {
	void vscode.window.showInformationMessage(withoutLinks(`${placeWords(plan)} has all of it already.`));
}

/** Does something with a notification about how far it is, until it is cancelled there or the signal aborts. */
function progressUntil<T>(
	until: AbortSignal | undefined,
	title: string,
	work: (signal: AbortSignal, tell: TellProgress) => Promise<T>,
): Thenable<T> {
	return transferProgress(title, (signal, tell) =>
		work(until ? AbortSignal.any([signal, until]) : signal, tell),
	);
}
