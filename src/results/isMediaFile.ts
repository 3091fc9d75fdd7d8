import type { MediaFile } from '../shared/output';
import { isRecord } from '../util/isRecord';

/** As the media store names its files: a number, and the ending of a type. */
const NAME = /^\d{1,6}\.[a-z0-9]{2,4}$/;
const MIME_TYPE = /^(?:image|audio|video|application)\/[a-z0-9+-]{2,20}$/;

/** Whether a value from a file of the history is a picture, sound or film of a run; a name that leads elsewhere is none. */
export function isMediaFile(value: unknown): value is MediaFile {
	return (
		isRecord(value) &&
		typeof value.name === 'string' &&
		NAME.test(value.name) &&
		typeof value.mimeType === 'string' &&
		MIME_TYPE.test(value.mimeType) &&
		Number.isInteger(value.size)
	);
}
