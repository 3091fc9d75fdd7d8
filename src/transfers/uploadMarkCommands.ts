import type { CommandHandler } from '../commandId';
import { isRecord } from '../util/isRecord';
import type { UploadGroupId } from './groupUpload';
import { UPLOAD_GROUP_IDS } from './uploadGroupIds';
import type { UploadPreview } from './uploadPreview';
import { uploadRowPaths } from './uploadRowPaths';

export type UploadMarkCommandId =
	| 'hfWorkbench.allowUpload'
	| 'hfWorkbench.leaveOutOfUpload'
	| 'hfWorkbench.putBackIntoUpload'
	| 'hfWorkbench.toggleDeletion'
	| 'hfWorkbench.leaveAllOutOfUpload'
	| 'hfWorkbench.putAllBackIntoUpload'
	| 'hfWorkbench.deleteAllFromRepo'
	| 'hfWorkbench.keepAllInRepo'
	| 'hfWorkbench.showUploadList';

export interface UploadMarkDeps {
	readonly preview: () => UploadPreview | undefined;
	readonly save: () => Promise<void>;
	/** Opens a document with all of a group. */
	readonly openList: (group: UploadGroupId) => Promise<void>;
}

/** What can be done with the files of a preview, by their rows or, whether they are shown or not, by their group. */
export function uploadMarkCommands({
	preview,
	save,
	openList,
}: UploadMarkDeps): Readonly<Record<UploadMarkCommandId, CommandHandler>> {
	const onRows = (act: (shown: UploadPreview, files: readonly string[]) => void): CommandHandler => {
		return async (...rows) => {
			const shown = preview();
			if (shown) {
				act(shown, uploadRowPaths(rows));
			}
			await save();
		};
	};
	const onGroup: CommandHandler = async group => {
		const id = groupArgument(group);
		if (id) {
			preview()?.turnAll(id);
		}
		await save();
	};
	return {
		'hfWorkbench.allowUpload': onRows((shown, files) => shown.allow(files)),
		'hfWorkbench.leaveOutOfUpload': onRows((shown, files) => shown.leaveOut(files, true)),
		'hfWorkbench.putBackIntoUpload': onRows((shown, files) => shown.leaveOut(files, false)),
		'hfWorkbench.toggleDeletion': onRows((shown, files) => shown.toggleDeleted(files)),
		'hfWorkbench.leaveAllOutOfUpload': onGroup,
		'hfWorkbench.putAllBackIntoUpload': onGroup,
		'hfWorkbench.deleteAllFromRepo': onGroup,
		'hfWorkbench.keepAllInRepo': onGroup,
		'hfWorkbench.showUploadList': async group => {
			const id = groupArgument(group);
			if (id) {
				await openList(id);
			}
		},
	};
}

/** The group that a command was called for. */
function groupArgument(group: unknown): UploadGroupId | undefined {
	const id = isRecord(group) ? group.id : undefined;
	return UPLOAD_GROUP_IDS.find(one => one === id);
}
