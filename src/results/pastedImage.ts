import * as vscode from 'vscode';
import type { Attachment } from '../inference/runRequest';
import { CHAT_IMAGE_TYPES } from './chatImageTypes';
import { checkAttachment } from './checkAttachment';

/** A picture without a file, as the page hands it over. Nothing, and the user is told, where models do not take it. */
export function pastedImage(mediaType: string, data: string): Attachment | undefined {
	const extension = Object.keys(CHAT_IMAGE_TYPES).find(one => CHAT_IMAGE_TYPES[one] === mediaType);
	if (extension === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(data)) {
		void vscode.window.showWarningMessage(
			'This is no picture that models take (PNG, JPEG, WebP, GIF). Paste it in one of these forms.',
		);
		return undefined;
	}
	return checkAttachment({ kind: 'image', name: `Pasted.${extension}`, mediaType, data });
}
