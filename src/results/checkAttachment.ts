import * as vscode from 'vscode';
import type { Attachment } from '../inference/runRequest';
import { LARGEST_CHAT_IMAGE } from '../shared/largestChatImage';
import { maskAccessTokens } from '../util/maskAccessTokens';
import { LARGEST_ATTACHED_TEXT } from './largestAttachedText';
import { refuseLargeImage } from './refuseLargeImage';
import { refuseLargeText } from './refuseLargeText';

/** What may be sent of an attachment; nothing, and the user is told, where it is too large. */
export function checkAttachment(attachment: Attachment): Attachment | undefined {
	if (attachment.kind === 'image') {
		const isTooLarge = attachment.data.length * 0.75 > LARGEST_CHAT_IMAGE;
		return isTooLarge ? refuseLargeImage(attachment.name) : attachment;
	}
	if (Buffer.byteLength(attachment.text) > LARGEST_ATTACHED_TEXT) {
		return refuseLargeText(attachment.name);
	}
	const text = maskAccessTokens(attachment.text);
	if (text !== attachment.text) {
		void vscode.window.showWarningMessage(
			`${attachment.name} contains an access token, which was taken out of what is attached.`,
		);
	}
	return { ...attachment, text };
}
