import * as vscode from 'vscode';
import type { InputSource } from '../inference/runRequest';
import type { KeptOutput } from '../shared/output';
import { STAYS_OPEN } from '../ui/staysOpen';
import type { AnswerDocuments } from './answerDocuments';
import { candidates, type Candidate } from './candidates';
import { openSource } from './openSource';
import { fitted, isSameText, withAnswer } from './replacement';
import type { Run } from './run';

/**
 * Puts a run's answer where its input was, as one step to undo. Refused when the document no longer has that text there:
 * the user may look at the difference instead.
 */
export async function replaceInput(run: Run, answers: AnswerDocuments, choice?: number): Promise<void> {
	const { source, text: input } = run.request;
	const candidate = source && run.output && (await pickCandidate(candidates(run.output, choice), run.output));
	const document = candidate && (await openSource(source));
	if (!document) {
		return;
	}
	const range = rangeOf(source, document);
	const answer = fitted(candidate, input);
	if (source.inexact !== true && isSameText(document.getText(range), input)) {
		const edit = new vscode.WorkspaceEdit();
		edit.replace(document.uri, range, answer);
		if (await vscode.workspace.applyEdit(edit)) {
			return;
		}
	}
	const showDiff = 'Show Diff';
	const pressed = await vscode.window.showWarningMessage(
		`${source.fileName} has changed since the run, so nothing was replaced.`,
		showDiff,
	);
	if (pressed === showDiff) {
		const now = document.getText();
		const place = rangeOf(source, document);
		const offsets = { start: document.offsetAt(place.start), end: document.offsetAt(place.end) };
		await answers.showDiff(document, withAnswer(now, input, offsets, answer));
	}
}

/** The only code block of a chat, or the text of another task, is meant as it is; whatever else it could be is asked. */
async function pickCandidate(all: readonly Candidate[], output: KeptOutput): Promise<Candidate | undefined> {
	const [only] = all;
	if (only && all.length === 1 && (only.kind === 'code' || output.kind !== 'chat')) {
		return only;
	}
	const picked = await vscode.window.showQuickPick(
		all.map((candidate, index) => ({
			label: candidate.kind === 'code' ? `Code Block ${index + 1}` : 'Whole Answer',
			description: candidate.language,
			detail: candidate.text.trim().split('\n', 1)[0] ?? '',
			candidate,
		})),
		{
			title: 'Replace Selection',
			placeHolder: 'Which part of the answer?',
			ignoreFocusOut: STAYS_OPEN.askedFromPage,
		},
	);
	return picked?.candidate;
}

function rangeOf({ start, end }: InputSource, document: vscode.TextDocument): vscode.Range {
	return document.validateRange(new vscode.Range(start.line, start.character, end.line, end.character));
}
