import path from 'node:path';
import * as vscode from 'vscode';
import { repoFilePath } from '../hub/transfers/upload/repoFilePath';
import type { UploadFile, UploadPlan, UploadSource } from '../hub/transfers/upload/uploadPlan';
import type { UploadOrder } from '../hub/transfers/upload/runUpload';
import type { Problem } from '../shared/problem';
import { ContextKey } from '../ui/contextKey';
import { hubUri } from '../ui/hubUri';
import { wordProblemWithoutRun } from '../ui/problems';
import { Disposable } from '../util/disposable';
import { byteSize } from '../shared/byteSize';
import type { UploadDraft } from './uploadDraft';
import { uploadPlace } from './uploadPlace';

/** As many rows as a group shows; the rest is only counted, so that a large folder does not hold the window. */
const SHOWN = 1_000;

/** Milliseconds between two looks at the message: what is written later than that before a reload is lost. */
const LOOK = 100;

/** A row of the preview. Commands know it by `uploadPath`. */
interface UploadRow extends vscode.SourceControlResourceState {
	readonly uploadPath: string;
}

type GroupId =
	| 'state'
	| 'unreadable'
	| 'secrets'
	| 'added'
	| 'changed'
	| 'deleted'
	| 'onlyOnHub'
	| 'tooLarge'
	| 'ignored'
	| 'withheld';

const LABELS: Readonly<Record<GroupId, string>> = {
	state: 'Comparing…',
	unreadable: 'Cannot Be Read (not uploaded)',
	secrets: 'Suspected Secrets (not uploaded)',
	added: 'Added',
	changed: 'Changed',
	deleted: 'Deleted',
	onlyOnHub: 'Only on the Hub (kept)',
	tooLarge: 'Too Large',
	ignored: 'Ignored',
	withheld: 'Never Uploaded',
};

/** What an upload would do, in the Source Control view, until it is done or given up. */
export class UploadPreview extends Disposable {
	private readonly control: vscode.SourceControl;
	private readonly groups: Readonly<Record<GroupId, vscode.SourceControlResourceGroup>>;
	/** By path and content: another content is to be looked at anew. */
	private readonly lookedAt: Set<string>;
	private readonly deleted: Set<string>;
	private readonly onlyProposed = new ContextKey<boolean>('hfWorkbench.uploadOnlyProposed');
	private plan: UploadPlan | undefined;
	private problem: Problem | undefined;
	private readonly ending = new AbortController();
	/** Aborts when it is given up, or closed for another reason. */
	readonly ended = this.ending.signal;

	/** `draft` is what an earlier window has left of it; `wrote` hears that the user has changed the message. */
	constructor(
		private current: UploadSource,
		wrote: () => void,
		draft?: UploadDraft,
	) {
		super();
		this.lookedAt = new Set(draft?.lookedAt);
		this.deleted = new Set(draft?.deleted);
		this.problem = draft?.problem;
		this.register({ dispose: () => this.ending.abort() });
		this.register({ dispose: () => this.onlyProposed.set(undefined) });
		const { branch, folder } = this.source;
		this.control = this.register(
			vscode.scm.createSourceControl(
				'hfWorkbench.upload',
				`Upload to ${uploadPlace(this.source)} (${branch})`,
				vscode.Uri.file(folder),
			),
		);
		// Its name is not shown where it is the only one, so it is also where git's branch would be.
		this.control.statusBarCommands = [
			{
				command: 'hfWorkbench.changeUploadFolder',
				title: `$(cloud-upload) ${uploadPlace(this.source)} (${branch})`,
				tooltip: 'Upload: Change Folder in Repo…',
			},
		];
		// The editor keeps the last message that it knows of, which may be an older one.
		const { inputBox } = this.control;
		inputBox.value = draft?.message ?? '';
		let known = inputBox.value;
		// It tells nobody of a change.
		const looking = setInterval(() => {
			if (known !== inputBox.value) {
				known = inputBox.value;
				wrote();
			}
		}, LOOK);
		this.register({ dispose: () => clearInterval(looking) });
		const group = (id: GroupId) => {
			const made = this.register(this.control.createResourceGroup(id, LABELS[id]));
			made.hideWhenEmpty = true;
			return made;
		};
		this.groups = {
			state: group('state'),
			secrets: group('secrets'),
			added: group('added'),
			changed: group('changed'),
			deleted: group('deleted'),
			onlyOnHub: group('onlyOnHub'),
			tooLarge: group('tooLarge'),
			unreadable: group('unreadable'),
			ignored: group('ignored'),
			withheld: group('withheld'),
		};
		this.draw();
	}

	get source(): UploadSource {
		return this.current;
	}

	/** Whether it has been compared with the repo, so that there is something to upload. */
	get isCompared(): boolean {
		return this.plan !== undefined;
	}

	/** Whether the user has put something into it that would be lost with it. */
	get isTouched(): boolean {
		return this.control.inputBox.value.trim() !== '' || this.lookedAt.size + this.deleted.size > 0;
	}

	/** Leaves no message behind for the next one. */
	clear(): void {
		this.control.inputBox.value = '';
	}

	get draft(): UploadDraft {
		return {
			source: this.source,
			message: this.control.inputBox.value,
			lookedAt: [...this.lookedAt],
			deleted: [...this.deleted],
			...(this.problem && { problem: this.problem }),
		};
	}

	/**
	 * Shows a comparison, or another one, of the folder; what has been looked at and marked stays so. Its `source` may be of more
	 * files than before.
	 */
	show(plan: UploadPlan, source = this.source): void {
		this.current = source;
		this.plan = plan;
		this.problem = undefined;
		this.draw();
	}

	/** Shows why there is no comparison; an earlier one stays as it is. */
	fail(problem: Problem): void {
		if (!this.plan) {
			this.problem = problem;
			this.draw();
		}
	}

	/** Another comparison has begun. */
	retry(): void {
		this.problem = undefined;
		this.draw();
	}

	/** Lets a file go that seemed to hold a secret. */
	allow(file: string): void {
		const found = this.plan?.files.find(one => one.path === file);
		if (found) {
			this.lookedAt.add(lookKey(found));
			this.draw();
		}
	}

	/** Marks a file of the repo to be deleted, or no longer. */
	toggleDeleted(file: string): void {
		if (!this.deleted.delete(file)) {
			this.deleted.add(file);
		}
		this.draw();
	}

	/** What is committed now; nothing where there is nothing, or no title. */
	order(asPullRequest: boolean): UploadOrder | undefined {
		const { plan } = this;
		const [title = '', ...rest] = this.control.inputBox.value.trim().split('\n');
		const files = plan?.files.filter(file => !this.isHeld(file)) ?? [];
		const deleted = plan?.missing.filter(file => this.deleted.has(file)) ?? [];
		if (!plan || files.length + deleted.length === 0) {
			return undefined;
		}
		return {
			plan,
			files,
			deleted,
			title:
				title.trim() === '' ? `Upload ${plan.only ? 'files' : path.basename(plan.folder)}` : title.trim(),
			description: rest.join('\n').trim(),
			asPullRequest: asPullRequest || plan.onlyProposed,
		};
	}

	private isHeld(file: UploadFile): boolean {
		return file.secret !== undefined && !this.lookedAt.has(lookKey(file));
	}

	private draw(): void {
		const { plan } = this;
		this.drawState(plan?.onlyProposed ?? false);
		if (plan) {
			this.drawPlan(plan);
		}
	}

	/** What can be done with it, and, as long as there is no comparison, why. */
	private drawState(onlyProposed: boolean): void {
		const { repo, branch, folder } = this.source;
		const rest = 'below an empty line, a description';
		this.onlyProposed.set(onlyProposed);
		this.control.inputBox.placeholder = onlyProposed
			? `Title of a pull request on ${repo.id}; ${rest}`
			: `Title for ${uploadPlace(this.source)} (${branch}); ${rest}`;
		this.control.acceptInputCommand = onlyProposed
			? { command: 'hfWorkbench.proposeUpload', title: 'Upload as Pull Request' }
			: { command: 'hfWorkbench.commitUpload', title: 'Upload' };
		const words = this.problem && wordProblemWithoutRun(this.problem);
		const isCancelled = this.problem?.code === 'cancelled';
		const reason = isCancelled || !words ? '' : `: ${words.title}`;
		const { state } = this.groups;
		state.label = this.problem ? `Not Compared${reason}` : LABELS.state;
		const again = { command: 'hfWorkbench.refreshUpload', title: 'Compare Again' };
		state.resourceStates = this.plan
			? []
			: [
					{
						resourceUri: vscode.Uri.file(folder),
						decorations: { tooltip: words && !isCancelled ? words.explanation : folder },
						...(this.problem && { command: again }),
					},
				];
	}

	private drawPlan(plan: UploadPlan): void {
		const { files, missing, tooLarge, ignored, withheld, unreadable } = plan;
		const free = files.filter(file => !this.isHeld(file));
		const row = (
			file: string,
			decorations: vscode.SourceControlResourceDecorations,
			compare?: boolean | 'onHub',
		) => uploadRow(plan, file, decorations, compare);
		const withTip = (file: UploadFile) =>
			row(file.path, { tooltip: byteSize(file.size) }, file.change === 'changed' && file.mode === 'regular');
		const held = files.filter(file => this.isHeld(file));
		this.fill('secrets', held, file => row(file.path, { tooltip: `It seems to hold ${file.secret}.` }));
		const changes = (change: UploadFile['change']) => free.filter(file => file.change === change);
		this.fill('added', changes('added'), withTip);
		this.fill('changed', changes('changed'), withTip);
		const isDeleted = (file: string) => this.deleted.has(file);
		this.fill('deleted', missing.filter(isDeleted), file =>
			row(file, { tooltip: 'Deleted from the repo', strikeThrough: true }, 'onHub'),
		);
		const kept = missing.filter(file => !isDeleted(file));
		this.fill('onlyOnHub', kept, file => row(file, { tooltip: 'Stays in the repo', faded: true }, 'onHub'));
		this.fill('tooLarge', tooLarge, file => row(file.path, { tooltip: byteSize(file.size) }));
		this.fill('unreadable', unreadable, file => row(file, { tooltip: 'It is there, but cannot be read' }));
		const byRule = { tooltip: 'Left out by .gitignore or .hfignore', faded: true };
		this.fill('ignored', ignored, file => row(file, byRule));
		this.fill('withheld', withheld, file => row(file, { tooltip: 'Never uploaded', faded: true }));
		this.control.count = free.length + this.deleted.size;
	}

	private fill<T>(id: GroupId, items: readonly T[], rowOf: (item: T) => UploadRow): void {
		const group = this.groups[id];
		group.resourceStates = items.slice(0, SHOWN).map(rowOf);
		group.label =
			items.length > SHOWN ? `${LABELS[id]}: ${items.length}, the first ${SHOWN} are shown` : LABELS[id];
	}
}

/** A click shows the file: beside the Hub's where there is one to `compare` it with, or the Hub's where that is all. */
function uploadRow(
	plan: UploadPlan,
	file: string,
	decorations: vscode.SourceControlResourceDecorations,
	compare: boolean | 'onHub' = false,
): UploadRow {
	const resourceUri = vscode.Uri.file(path.join(plan.folder, file));
	const hub = hubUri({ ...plan.repo, revision: plan.parent, path: repoFilePath(plan, file) });
	return {
		uploadPath: file,
		resourceUri,
		decorations,
		command:
			compare === true
				? {
						command: 'vscode.diff',
						title: 'Compare',
						arguments: [hub, resourceUri, `${file} (Hub ↔ This Machine)`],
					}
				: { command: 'vscode.open', title: 'Open', arguments: [compare ? hub : resourceUri] },
	};
}

function lookKey({ path: name, tag }: UploadFile): string {
	return `${tag} ${name}`;
}
