import type { Attachment } from '../inference/runRequest';
import type { AttachmentView } from '../shared/draft';
import { byteSize } from '../shared/byteSize';

/** An attachment as the page lists it, without what is in it. */
export function attachmentView(attachment: Attachment): AttachmentView {
	const { kind, name } = attachment;
	if (kind === 'image') {
		return { kind, name, detail: byteSize(Math.floor((attachment.data.length * 3) / 4)) };
	}
	const { lines, text } = attachment;
	if (lines) {
		const range = lines.first === lines.last ? `${lines.first}` : `${lines.first}–${lines.last}`;
		return { kind, name: `${name}:${range}`, detail: countWords(lines.last - lines.first + 1) };
	}
	return { kind, name, detail: countWords(text.replace(/\n$/, '').split('\n').length) };
}

function countWords(lines: number): string {
	return lines === 1 ? '1 line' : `${lines} lines`;
}
