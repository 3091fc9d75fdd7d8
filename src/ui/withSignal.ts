import type * as vscode from 'vscode';

/** Runs `work` with a signal that aborts when `token` is cancelled. */
export async function withSignal<T>(
	token: vscode.CancellationToken,
	work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
	const controller = new AbortController();
	const listener = token.onCancellationRequested(() => controller.abort());
	if (token.isCancellationRequested) {
		controller.abort();
	}
	try {
		return await work(controller.signal);
	} finally {
		listener.dispose();
	}
}
