import type { LocalFile, UploadFile, UploadPlan } from '../hub/transfers/upload/uploadPlan';
import type { UploadMarks } from './uploadMarks';

/** What becomes of the files of an upload. */
export interface UploadGroups {
	readonly secrets: readonly UploadFile[];
	readonly added: readonly UploadFile[];
	readonly changed: readonly UploadFile[];
	readonly leftOut: readonly UploadFile[];
	readonly overruled: readonly string[];
	readonly deleted: readonly string[];
	readonly onlyOnHub: readonly string[];
	readonly tooLarge: readonly LocalFile[];
	readonly unreadable: readonly string[];
	readonly ignored: readonly string[];
	readonly withheld: readonly string[];
}

export type UploadGroupId = keyof UploadGroups;

/** Sorts the files of a plan by what becomes of them. */
export function groupUpload(plan: UploadPlan, marks: UploadMarks): UploadGroups {
	const { files, missing, tooLarge, unreadable, ignored, withheld, overruled } = plan;
	const free = files.filter(file => !marks.isHeld(file));
	const taken = free.filter(file => !marks.isLeftOut(file));
	return {
		secrets: files.filter(file => marks.isHeld(file)),
		added: taken.filter(({ change }) => change === 'added'),
		changed: taken.filter(({ change }) => change === 'changed'),
		leftOut: free.filter(file => marks.isLeftOut(file)),
		overruled,
		deleted: missing.filter(file => marks.isDeleted(file)),
		onlyOnHub: missing.filter(file => !marks.isDeleted(file)),
		tooLarge,
		unreadable,
		ignored,
		withheld,
	};
}
