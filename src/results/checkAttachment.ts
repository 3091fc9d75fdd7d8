import * as vscode from 'vscode';
import type { Attachment } from '../inference/runRequest';
import { maskAccessTokens } from '../util/maskAccessTokens';

/** In bytes. A request with more is refused by most providers. */
const LARGEST_IMAGE = 4_000_000;
const LARGEST_TEXT = 1_000_000;

/** What may be sent of an attachment; nothing, and the user is told, where it is too large. */
export function checkAttachment(attachment: Attachment): Attachment | undefined {
	if (attachment.kind === 'image') {
		const isTooLarge = attachment.data.length * 0.75 > LARGEST_IMAGE;
		return isTooLarge
			? refuse(`${attachment.name} is larger than 4 MB. Attach a smaller picture.`)
			: attachment;
	}
	if (Buffer.byteLength(attachment.text) > LARGEST_TEXT) {
		return refuse(`${attachment.name} is larger than 1 MB. Select the part that matters and attach that.`);
	}
	const text = maskAccessTokens(attachment.text);
	if (text !== attachment.text) {
		void vscode.window.showWarningMessage(
			`${attachment.name} contains an access token, which was taken out of what is attached.`,
		);
	}
	return { ...attachment, text };
}

function refuse(why: string): undefined {
	void vscode.window.showWarningMessage(why);
}
