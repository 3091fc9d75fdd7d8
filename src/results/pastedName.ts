import * as vscode from 'vscode';
import { CHAT_IMAGE_TYPES } from './chatImageTypes';

/** What a picture without a file is called. Nothing, and the user is told, where models do not take it. */
export function pastedName(mediaType: string): string | undefined {
	const extension = Object.keys(CHAT_IMAGE_TYPES).find(one => CHAT_IMAGE_TYPES[one] === mediaType);
	if (extension === undefined) {
		void vscode.window.showWarningMessage(
			'This is no picture that models take (PNG, JPEG, WebP, GIF). Paste it in one of these forms.',
		);
		return undefined;
	}
	return `Pasted.${extension}`;
}
