import * as vscode from 'vscode';
import { STAYS_OPEN } from '../ui/staysOpen';
import type { Passage } from './chooseInput';
import { passageRow } from './passageRow';

/** Asks which part of the document to run on. */
export async function pickPassage(passages: readonly Passage[]): Promise<Passage | undefined> {
	const picked = await vscode.window.showQuickPick(
		passages.map(passage => ({ ...passageRow(passage), passage })),
		{
			title: 'Run on Selection',
			placeHolder: 'Nothing is selected. Run on what?',
			ignoreFocusOut: STAYS_OPEN.askedFromPage,
		},
	);
	return picked?.passage;
}
