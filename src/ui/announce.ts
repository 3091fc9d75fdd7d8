import * as vscode from 'vscode';
import { problemOf } from '../util/problemOf';
import { withoutLinks } from '../util/withoutLinks';
import type { Log } from './log';
import { showProblem } from './showProblem';

/** A button under a message, and what it does. */
export interface Offer {
	readonly label: string;
	readonly act: () => Promise<unknown>;
}

/**
 * Says what was done and offers what may come next. Answers at once: a message stays for as long as the user leaves it
 * there, and the command that it speaks of is over.
 */
export function announce(
	log: Log,
	severity: 'information' | 'warning',
	message: string,
	...offers: readonly Offer[]
): void {
	const buttons = offers.map(offer => ({ title: offer.label, offer }));
	const show =
		severity === 'warning' ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
	void show(withoutLinks(message), ...buttons).then(async pressed => {
		try {
			await pressed?.offer.act();
		} catch (error) {
			const problem = problemOf(error);
			log.error(`${pressed?.title ?? 'Message'}: ${problem.code}`);
			await showProblem(problem);
		}
	});
}
