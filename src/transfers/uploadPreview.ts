import path from 'node:path';
import * as vscode from 'vscode';
import type { UploadFile, UploadPlan, UploadSource } from '../hub/transfers/upload/uploadPlan';
import type { UploadOrder } from '../hub/transfers/upload/runUpload';
import { hubUri } from '../ui/hubUri';
import { Disposable } from '../util/disposable';
import { byteSize } from '../shared/byteSize';
import type { UploadDraft } from './uploadDraft';

/** As many rows as a group shows; the rest is only counted, so that a large folder does not hold the window. */
const SHOWN = 1_000;

/** Milliseconds between two looks at the message: what is written later than that before a reload is lost. */
const LOOK = 100;

/** A row of the preview. Commands know it by `uploadPath`. */
interface UploadRow extends vscode.SourceControlResourceState {
	readonly uploadPath: string;
}

type GroupId = 'secrets' | 'added' | 'changed' | 'deleted' | 'onlyOnHub' | 'tooLarge' | 'leftOut';

const LABELS: Readonly<Record<GroupId, string>> = {
	secrets: 'Suspected Secrets (not uploaded)',
	added: 'Added',
	changed: 'Changed',
	deleted: 'Deleted',
	onlyOnHub: 'Only on the Hub (kept)',
	tooLarge: 'Too Large',
	leftOut: 'Ignored',
};

/** What an upload would do, in the Source Control view, until it is done or given up. */
export class UploadPreview extends Disposable {
	private readonly control: vscode.SourceControl;
	private readonly groups: Readonly<Record<GroupId, vscode.SourceControlResourceGroup>>;
	/** By path and content: another content is to be looked at anew. */
	private readonly lookedAt: Set<string>;
	private readonly deleted: Set<string>;

	/** `draft` is what an earlier window has left of it; `wrote` hears that the user has changed the message. */
	constructor(
		private plan: UploadPlan,
		wrote: () => void,
		draft?: UploadDraft,
	) {
		super();
		this.lookedAt = new Set(draft?.lookedAt);
		this.deleted = new Set(draft?.deleted);
		const { repo, branch, folder } = plan;
		this.control = this.register(
			vscode.scm.createSourceControl(
				'hfWorkbench.upload',
				`Upload to ${repo.id} (${branch})`,
				vscode.Uri.file(folder),
			),
		);
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
		this.control.inputBox.placeholder = `Title for ${repo.id} (${branch}); below an empty line, a description`;
		this.control.acceptInputCommand = { command: 'hfWorkbench.commitUpload', title: 'Upload' };
		const group = (id: GroupId) => {
			const made = this.register(this.control.createResourceGroup(id, LABELS[id]));
			made.hideWhenEmpty = true;
			return made;
		};
		this.groups = {
			secrets: group('secrets'),
			added: group('added'),
			changed: group('changed'),
			deleted: group('deleted'),
			onlyOnHub: group('onlyOnHub'),
			tooLarge: group('tooLarge'),
			leftOut: group('leftOut'),
		};
		this.draw();
	}

	get source(): UploadSource {
		const { repo, folder, branch, only } = this.plan;
		return { repo, folder, branch, ...(only && { only }) };
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
		};
	}

	/** Shows another comparison of the same folder; what has been looked at and marked stays so. */
	show(plan: UploadPlan): void {
		this.plan = plan;
		this.draw();
	}

	/** Lets a file go that seemed to hold a secret. */
	allow(file: string): void {
		const found = this.plan.files.find(one => one.path === file);
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
		const [title = '', ...rest] = this.control.inputBox.value.trim().split('\n');
		const files = this.plan.files.filter(file => !this.isHeld(file));
		const deleted = this.plan.missing.filter(file => this.deleted.has(file));
		if (files.length + deleted.length === 0) {
			return undefined;
		}
		const { folder } = this.plan;
		return {
			plan: this.plan,
			files,
			deleted,
			title:
				title.trim() === '' ? `Upload ${this.plan.only ? 'files' : path.basename(folder)}` : title.trim(),
			description: rest.join('\n').trim(),
			asPullRequest,
		};
	}

	private isHeld(file: UploadFile): boolean {
		return file.secret !== undefined && !this.lookedAt.has(lookKey(file));
	}

	private draw(): void {
		const { files, missing, tooLarge, ignored, withheld } = this.plan;
		const free = files.filter(file => !this.isHeld(file));
		const withTip = (file: UploadFile) =>
			this.row(
				file.path,
				{ tooltip: byteSize(file.size) },
				file.change === 'changed' && file.mode === 'regular',
			);
		const held = files.filter(file => this.isHeld(file));
		this.fill('secrets', held, file => this.row(file.path, { tooltip: `It seems to hold ${file.secret}.` }));
		const changes = (change: UploadFile['change']) => free.filter(file => file.change === change);
		this.fill('added', changes('added'), withTip);
		this.fill('changed', changes('changed'), withTip);
		const isDeleted = (file: string) => this.deleted.has(file);
		this.fill('deleted', missing.filter(isDeleted), file =>
			this.row(file, { tooltip: 'Deleted from the repo', strikeThrough: true }, 'onHub'),
		);
		const kept = missing.filter(file => !isDeleted(file));
		this.fill('onlyOnHub', kept, file =>
			this.row(file, { tooltip: 'Stays in the repo', faded: true }, 'onHub'),
		);
		this.fill('tooLarge', tooLarge, file => this.row(file.path, { tooltip: byteSize(file.size) }));
		const leftOut = [
			...withheld.map(file => ({ file, tooltip: 'Never uploaded' })),
			...ignored.map(file => ({ file, tooltip: 'Left out by .gitignore or .hfignore' })),
		];
		this.fill('leftOut', leftOut, ({ file, tooltip }) => this.row(file, { tooltip, faded: true }));
		this.control.count = free.length + this.deleted.size;
	}

	private fill<T>(id: GroupId, items: readonly T[], rowOf: (item: T) => UploadRow): void {
		const group = this.groups[id];
		group.resourceStates = items.slice(0, SHOWN).map(rowOf);
		group.label =
			items.length > SHOWN ? `${LABELS[id]}: ${items.length}, the first ${SHOWN} are shown` : LABELS[id];
	}

	/** A click shows the file: beside the Hub's where there is one to `compare` it with, or the Hub's where that is all. */
	private row(
		file: string,
		decorations: vscode.SourceControlResourceDecorations,
		compare: boolean | 'onHub' = false,
	): UploadRow {
		const { folder, repo, parent } = this.plan;
		const resourceUri = vscode.Uri.file(path.join(folder, file));
		const hub = hubUri({ ...repo, revision: parent, path: file });
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
}

function lookKey({ path: name, tag }: UploadFile): string {
	return `${tag} ${name}`;
}
