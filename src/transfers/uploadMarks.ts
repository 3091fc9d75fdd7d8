import type { UploadFile } from '../hub/transfers/upload/uploadPlan';
import { FileChoice, type StoredFileChoice } from './fileChoice';

/** Marks as they outlive the window. */
export interface StoredUploadMarks {
	/** Files that have been looked at, by path and content. */
	readonly lookedAt: readonly string[];
	/** Files of the repo that are to go, by the paths that they would have in the folder. */
	readonly deleted: readonly string[];
	/** Files that are not uploaded this time. */
	readonly leftOut: Readonly<Record<UploadFile['change'], StoredFileChoice>>;
}

/** What the user has said of the files of an upload, whether a comparison has them now or not. */
export class UploadMarks {
	/** By path and content: another content is to be looked at anew. */
	private readonly lookedAt: Set<string>;
	private readonly deleted: Set<string>;
	private readonly leftOut: Readonly<Record<UploadFile['change'], FileChoice>>;
	private kept: StoredUploadMarks | undefined;

	constructor(stored?: StoredUploadMarks) {
		this.lookedAt = new Set(stored?.lookedAt);
		this.deleted = new Set(stored?.deleted);
		this.leftOut = {
			added: new FileChoice(stored?.leftOut.added),
			changed: new FileChoice(stored?.leftOut.changed),
		};
	}

	get isEmpty(): boolean {
		const { added, changed } = this.leftOut;
		return this.lookedAt.size + this.deleted.size === 0 && added.isEmpty && changed.isEmpty;
	}

	/** The same lists as long as nothing is marked: there may be a hundred thousand files in them. */
	get stored(): StoredUploadMarks {
		const { added, changed } = this.leftOut;
		return (this.kept ??= {
			lookedAt: [...this.lookedAt],
			deleted: [...this.deleted],
			leftOut: { added: added.stored, changed: changed.stored },
		});
	}

	/** Whether it seems to hold a secret, and nobody has looked at it. */
	isHeld(file: UploadFile): boolean {
		return file.secret !== undefined && !this.lookedAt.has(lookKey(file));
	}

	isLeftOut({ path, change }: UploadFile): boolean {
		return this.leftOut[change].has(path);
	}

	isDeleted(file: string): boolean {
		return this.deleted.has(file);
	}

	/** Who has looked at a file wants it to be uploaded. */
	look(file: UploadFile): void {
		this.kept = undefined;
		this.lookedAt.add(lookKey(file));
		this.leaveOut(file, false);
	}

	/** Also where the file is one of the other kind by the next comparison, of another folder or after somebody's commit. */
	leaveOut({ path }: UploadFile, is: boolean): void {
		this.kept = undefined;
		this.leftOut.added.set(path, is);
		this.leftOut.changed.set(path, is);
	}

	/** All of a kind, also what comes later. */
	leaveAllOut(change: UploadFile['change'], are: boolean): void {
		this.kept = undefined;
		this.leftOut[change].setAll(are);
	}

	/**
	 * Another comparison is made: a file whose change is of the other kind by then, or will be by a later one, is left out, or taken,
	 * as it was, whatever is said of all files of that kind.
	 */
	follow(before: readonly UploadFile[], after: readonly UploadFile[]): void {
		this.kept = undefined;
		const kinds = new Map(after.map(({ path, change }) => [path, change]));
		for (const file of before) {
			if (kinds.get(file.path) !== file.change) {
				this.leftOut[file.change === 'added' ? 'changed' : 'added'].set(file.path, this.isLeftOut(file));
			}
		}
	}

	/** Deletes nothing of the repo. */
	keepAll(): void {
		this.kept = undefined;
		this.deleted.clear();
	}

	delete(file: string, is: boolean): void {
		this.kept = undefined;
		if (is) {
			this.deleted.add(file);
		} else {
			this.deleted.delete(file);
		}
	}
}

function lookKey({ path, tag }: UploadFile): string {
	return `${tag} ${path}`;
}
