import type { UploadGroupId } from './groupUpload';

/** What the groups are called in the preview. */
export const UPLOAD_GROUP_LABELS: Readonly<Record<UploadGroupId, string>> = {
	unreadable: 'Cannot Be Read (not uploaded)',
	secrets: 'Suspected Secrets (not uploaded)',
	added: 'Added',
	changed: 'Changed',
	leftOut: 'Left Out',
	overruled: 'Chosen, Though Ignored',
	deleted: 'Deleted',
	onlyOnHub: 'Only on the Hub (kept)',
	tooLarge: 'Too Large',
	ignored: 'Ignored',
	withheld: 'Never Uploaded',
};
