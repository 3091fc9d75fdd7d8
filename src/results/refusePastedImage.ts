import * as vscode from 'vscode';
import { pastedName } from './pastedName';
import { refuseLargeImage } from './refuseLargeImage';

/** Says why a picture that was pasted or dropped does not go along with the question. */
export function refusePastedImage(mediaType: string, why: 'large' | 'unreadable'): void {
	const name = pastedName(mediaType);
	if (name !== undefined && why === 'large') {
		refuseLargeImage(name);
	} else if (name !== undefined) {
		void vscode.window.showWarningMessage(
			'The picture cannot be read, so it was not attached. Copy it once more, or attach its file.',
		);
	}
}
