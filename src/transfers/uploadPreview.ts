import path from 'node:path';
import * as vscode from 'vscode';
import type { UploadFile, UploadPlan, UploadSource } from '../hub/transfers/upload/uploadPlan';
import type { UploadOrder } from '../hub/transfers/upload/runUpload';
import type { Problem } from '../shared/problem';
import { ContextKey } from '../ui/contextKey';
import { wordProblemWithoutRun } from '../ui/wordProblemWithoutRun';
import { withoutIcons } from '../ui/withoutIcons';
import { Disposable } from '../util/disposable';
import { groupUpload, type UploadGroupId, type UploadGroups } from './groupUpload';
import { placeWords } from './placeWords';
import { shortPlace } from './shortPlace';
import type { UploadDraft } from './uploadDraft';
import { UPLOAD_GROUP_IDS } from './uploadGroupIds';
import { UPLOAD_GROUP_LABELS } from './uploadGroupLabels';
import { UploadMarks } from './uploadMarks';
import { UploadMessage } from './uploadMessage';
import { uploadRow } from './uploadRow';

/** As many rows as a group shows; the rest is only counted, so that a large folder does not hold the window. */
const SHOWN = 1_000;

const PROVIDER = 'hfWorkbench.upload';

type GroupId = UploadGroupId | 'state';

const LABELS: Readonly<Record<GroupId, string>> = { state: 'Comparing…', ...UPLOAD_GROUP_LABELS };

const number = (count: number) => count.toLocaleString('en');

/** Hears of a preview. */
export interface UploadPreviewListener {
	/** The user has changed the message, which is to be kept. */
	readonly save: () => Promise<void>;
	/** It could not be kept. */
	readonly failed: (error: unknown) => void;
	/** Another comparison is shown, or other marks. */
	readonly drew: () => void;
}

/** What an upload would do, in the Source Control view, until it is done or given up. */
export class UploadPreview extends Disposable {
	private readonly control: vscode.SourceControl;
	private readonly groups: Readonly<Record<GroupId, vscode.SourceControlResourceGroup>>;
	private readonly marks: UploadMarks;
	private readonly message: UploadMessage;
	private readonly drew: () => void;
	private readonly onlyProposed = new ContextKey<boolean>('hfWorkbench.uploadOnlyProposed');
	private plan: UploadPlan | undefined;
	private problem: Problem | undefined;
	private readonly ending = new AbortController();
	/** Aborts when it is given up, or closed for another reason. */
	readonly ended = this.ending.signal;

	/** `draft` is what an earlier window has left of it. */
	constructor(
		private current: UploadSource,
		{ save, failed, drew }: UploadPreviewListener,
		draft?: UploadDraft,
	) {
		super();
		this.marks = new UploadMarks(draft);
		this.drew = drew;
		this.problem = draft?.problem;
		this.register({ dispose: () => this.ending.abort() });
		this.register({ dispose: () => this.onlyProposed.set(undefined) });
		const { repo, branch, folder } = this.source;
		this.control = this.register(
			vscode.scm.createSourceControl(PROVIDER, `Upload to ${repo.id} (${branch})`, vscode.Uri.file(folder)),
		);
		this.message = this.register(
			new UploadMessage(this.control.inputBox, PROVIDER, { left: draft?.message ?? '', save, failed }),
		);
		const group = (id: GroupId) => {
			const made = this.register(this.control.createResourceGroup(id, LABELS[id]));
			made.hideWhenEmpty = true;
			return made;
		};
		// The order that they are shown in.
		this.groups = {
			state: group('state'),
			secrets: group('secrets'),
			added: group('added'),
			changed: group('changed'),
			leftOut: group('leftOut'),
			overruled: group('overruled'),
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
		return this.message.text.trim() !== '' || !this.marks.isEmpty || this.source.also !== undefined;
	}

	/** Leaves no message behind for the next one. */
	clear(): void {
		this.message.clear();
	}

	get draft(): UploadDraft {
		return {
			source: this.source,
			message: this.message.text,
			...this.marks.stored,
			...(this.problem && { problem: this.problem }),
		};
	}

	/**
	 * Shows a comparison, or another one, of the folder; what has been looked at and marked stays so. Its `source` may be of more
	 * files than before.
	 */
	show(plan: UploadPlan, source = this.source): void {
		this.marks.follow(this.plan?.files ?? [], plan.files);
		this.current = source;
		this.plan = plan;
		this.problem = undefined;
		this.draw();
	}

	/** Shows a comparison with another folder of the repo; the files marked to be deleted were in the one before. */
	showElsewhere(plan: UploadPlan, source: UploadSource): void {
		this.marks.keepAll();
		this.show(plan, source);
	}

	/** Shows a comparison of ignored files and folders as well, which were asked for: whatever else is left out, they are not. */
	showAlso(plan: UploadPlan, source: UploadSource, asked: readonly string[]): void {
		plan.files
			.filter(({ path: file }) =>
				asked.some(one => file === one || (one.endsWith('/') && file.startsWith(one))),
			)
			.forEach(file => this.marks.leaveOut(file, false));
		this.show(plan, source);
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

	/** What becomes of which files; nothing before there is a comparison. */
	get sorted(): UploadGroups | undefined {
		return this.plan && groupUpload(this.plan, this.marks);
	}

	/** Lets files go that seemed to hold a secret. */
	allow(paths: readonly string[]): void {
		this.mark(paths, file => this.marks.look(file));
	}

	/** Leaves files out this time, or no longer. */
	leaveOut(paths: readonly string[], are: boolean): void {
		this.mark(paths, file => this.marks.leaveOut(file, are));
	}

	/** Marks files of the repo to be deleted, or no longer. */
	toggleDeleted(paths: readonly string[]): void {
		paths.forEach(file => this.marks.delete(file, !this.marks.isDeleted(file)));
		this.draw();
	}

	/** Does with all of a group, whether it is shown or not, what can be done with each of it. */
	turnAll(group: UploadGroupId): void {
		switch (group) {
			case 'added':
			case 'changed':
				this.marks.leaveAllOut(group, true);
				break;
			case 'leftOut':
				this.marks.leaveAllOut('added', false);
				this.marks.leaveAllOut('changed', false);
				break;
			case 'onlyOnHub':
			case 'deleted':
				this.sorted?.[group].forEach(file => this.marks.delete(file, group === 'onlyOnHub'));
				break;
			case 'secrets':
			case 'overruled':
			case 'tooLarge':
			case 'unreadable':
			case 'ignored':
			case 'withheld':
				return;
		}
		this.draw();
	}

	/** What is committed now; nothing where there is nothing, or no title. */
	order(asPullRequest: boolean): UploadOrder | undefined {
		const { plan } = this;
		const [title = '', ...rest] = this.message.text.trim().split('\n');
		const { added = [], changed = [], deleted = [] } = this.sorted ?? {};
		const files = [...added, ...changed].sort((a, b) => (a.path < b.path ? -1 : 1));
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

	private mark(paths: readonly string[], act: (file: UploadFile) => void): void {
		const wanted = new Set(paths);
		this.plan?.files.filter(file => wanted.has(file.path)).forEach(act);
		this.draw();
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
			: `Title for ${repo.id} (${branch}); ${rest}`;
		this.control.acceptInputCommand = onlyProposed
			? { command: 'hfWorkbench.proposeUpload', title: 'Upload as Pull Request' }
			: { command: 'hfWorkbench.commitUpload', title: 'Upload' };
		// Its name is not shown where it is the only one, so where it goes is also where git's branch would be.
		this.control.statusBarCommands = [
			{
				command: 'hfWorkbench.changeUploadFolder',
				title: `$(cloud-upload) ${withoutIcons(shortPlace(this.source))}`,
				tooltip: `Upload to ${placeWords(this.source)} (${branch}): Change Folder in Repo…`,
			},
		];
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
		const sorted = groupUpload(plan, this.marks);
		const fill = <G extends UploadGroupId>(id: G) => {
			const items: ReadonlyArray<UploadGroups[G][number]> = sorted[id];
			this.groups[id].resourceStates = items.slice(0, SHOWN).map(item => uploadRow(plan, id, item));
			this.groups[id].label =
				items.length > SHOWN ? `${LABELS[id]}: ${number(SHOWN)} of ${number(items.length)}` : LABELS[id];
		};
		UPLOAD_GROUP_IDS.forEach(fill);
		this.control.count = sorted.added.length + sorted.changed.length + sorted.deleted.length;
		this.drew();
	}
}
