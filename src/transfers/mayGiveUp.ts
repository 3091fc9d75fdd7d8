import * as vscode from 'vscode';
import type { UploadSource } from '../hub/transfers/upload/uploadPlan';

/** What the user has put into an upload that is open is not lost unasked. */
export async function mayGiveUp({ repo }: UploadSource): Promise<boolean> {
	const answer = await vscode.window.showWarningMessage(
		`Give up the upload to ${repo.id} that is open?`,
		{
			modal: true,
			detail:
				'Its message, and what you have looked at and marked in it, are lost once another upload takes its place.',
		},
		'Begin Another',
	);
	return answer === 'Begin Another';
}
