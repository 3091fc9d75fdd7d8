import * as vscode from 'vscode';
import { withSignal } from '../ui/withSignal';

/** Tells how far something is: in words, and how much of it in percent where that is known. */
export type TellProgress = (message: string, percent?: number) => void;

/** Does something with a notification about how far it is, by which it can be cancelled. */
export function transferProgress<T>(
	title: string,
	work: (signal: AbortSignal, tell: TellProgress) => Promise<T>,
): Thenable<T> {
	return vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Notification, title, cancellable: true },
		(report, token) => {
			let told = 0;
			return withSignal(token, signal =>
				work(signal, (message, percent) => {
					const increment = percent === undefined ? undefined : Math.max(0, percent - told);
					told += increment ?? 0;
					report.report({ message, ...(increment !== undefined && { increment }) });
				}),
			);
		},
	);
}
