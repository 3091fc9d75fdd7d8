import type { UploadGroupId } from './groupUpload';

/** The groups of the preview that have files in them. */
export const UPLOAD_GROUP_IDS = [
	'secrets',
	'added',
	'changed',
	'leftOut',
	'overruled',
	'deleted',
	'onlyOnHub',
	'tooLarge',
	'unreadable',
	'ignored',
	'withheld',
] as const satisfies readonly UploadGroupId[];
