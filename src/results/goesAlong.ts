import type { KeptOutput, MediaFile } from '../shared/output';
import { TAKEN_ALONG } from '../shared/takenAlong';
import { CHAT_IMAGE_TYPES } from './chatImageTypes';

/** How an answer goes along with a question: written as a text, or as its picture; not at all where chat models do not take it. */
export type GoesAlong = 'text' | { readonly picture: MediaFile } | undefined;

/** Tells by what kind of answer it is. Nothing is written for it: there may be many, and one of them is picked. */
export function goesAlong(output: KeptOutput): GoesAlong {
	if (TAKEN_ALONG[output.kind].file) {
		return 'text';
	}
	return output.kind === 'image' && Object.values(CHAT_IMAGE_TYPES).includes(output.image.mimeType)
		? { picture: output.image }
		: undefined;
}
