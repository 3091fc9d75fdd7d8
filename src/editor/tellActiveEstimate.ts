import type * as vscode from 'vscode';
import { Disposable } from '../util/disposable';
import { Latest } from '../util/latest';

/** Milliseconds that a row must be in front before it is estimated: a tokenizer may have to be loaded for it. */
const REST = 200;

/** Says in the title of an open list what a run with the row in front will be, where that is known. */
export function tellActiveEstimate<R extends vscode.QuickPickItem>(
	pick: vscode.QuickPick<R>,
	estimate: (row: R) => Promise<string | undefined>,
): Disposable {
	return new ActiveEstimate(pick, estimate);
}

class ActiveEstimate<R extends vscode.QuickPickItem> extends Disposable {
	private readonly title: string;
	private readonly estimating = this.register(new Latest());
	private resting: NodeJS.Timeout | undefined;

	constructor(
		private readonly pick: vscode.QuickPick<R>,
		private readonly estimate: (row: R) => Promise<string | undefined>,
	) {
		super();
		this.title = pick.title ?? '';
		this.register({ dispose: () => clearTimeout(this.resting) });
		this.register(pick.onDidChangeActive(([row]) => this.tellSoon(row)));
	}

	private tellSoon(row: R | undefined): void {
		clearTimeout(this.resting);
		this.estimating.abort();
		// What it says is of the row before.
		if (this.pick.title !== this.title) {
			this.pick.title = this.title;
		}
		this.resting = setTimeout(() => void this.tell(row), REST);
	}

	private async tell(row: R | undefined): Promise<void> {
		const found = await this.estimating.run(async () => (row ? this.estimate(row) : undefined));
		if (found && !this.isDisposed) {
			this.pick.title = found.value === undefined ? this.title : `${this.title} · ${found.value}`;
		}
	}
}
