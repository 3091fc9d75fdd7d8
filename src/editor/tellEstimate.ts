import type * as vscode from 'vscode';

/** Says in the title of an open list or box what a run will be, once that is known. */
export function tellEstimate(box: vscode.QuickInput, estimate: Promise<string | undefined>): void {
	const { title = '' } = box;
	void estimate.then(words => {
		if (words !== undefined) {
			box.title = `${title} · ${words}`;
		}
	});
}
