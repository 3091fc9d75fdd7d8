import * as vscode from 'vscode';
import type { Attachment } from '../inference/runRequest';
import { checkAttachment } from './checkAttachment';
import { pastedName } from './pastedName';

/** A picture without a file, as the page hands it over. Nothing, and the user is told, where models do not take it. */
export function pastedImage(mediaType: string, data: string): Attachment | undefined {
	const name = pastedName(mediaType);
	if (name === undefined) {
		return undefined;
	}
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(data)) {
		void vscode.window.showWarningMessage('The picture is empty, so it was not attached.');
		return undefined;
	}
	return checkAttachment({ kind: 'image', name, mediaType, data });
}
