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

	get stored(): StoredUploadMarks {
		const { added, changed } = this.leftOut;
		return {
			lookedAt: [...this.lookedAt],
			deleted: [...this.deleted],
			leftOut: { added: added.stored, changed: changed.stored },
		};
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
		this.lookedAt.add(lookKey(file));
		this.leaveOut(file, false);
	}

	/** Also where the file is one of the other kind by the next comparison, of another folder or after somebody's commit. */
	leaveOut({ path }: UploadFile, is: boolean): void {
		this.leftOut.added.set(path, is);
		this.leftOut.changed.set(path, is);
	}

	leaveAllOut(change: UploadFile['change'], are: boolean): void {
		this.leftOut[change].setAll(are);
	}

	delete(file: string, is: boolean): void {
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
