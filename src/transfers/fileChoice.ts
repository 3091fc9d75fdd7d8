/** A choice of files as it is kept: those named, or all but those. */
export interface StoredFileChoice {
	readonly all: boolean;
	readonly except: readonly string[];
}

/** Some files of many, by their paths. All of them take no more room than none. */
export class FileChoice {
	private all: boolean;
	private readonly except: Set<string>;

	constructor({ all, except }: StoredFileChoice = { all: false, except: [] }) {
		this.all = all;
		this.except = new Set(except);
	}

	get isEmpty(): boolean {
		return !this.all && this.except.size === 0;
	}

	get stored(): StoredFileChoice {
		return { all: this.all, except: [...this.except] };
	}

	has(file: string): boolean {
		return this.all !== this.except.has(file);
	}

	set(file: string, isChosen: boolean): void {
		if (isChosen === this.all) {
			this.except.delete(file);
		} else {
			this.except.add(file);
		}
	}

	/** Also for files that come later. */
	setAll(isChosen: boolean): void {
		this.all = isChosen;
		this.except.clear();
	}
}
