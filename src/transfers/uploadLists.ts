import * as vscode from 'vscode';
import { Disposable } from '../util/disposable';
import type { UploadGroupId, UploadGroups } from './groupUpload';
import { UPLOAD_GROUP_IDS } from './uploadGroupIds';
import { UPLOAD_GROUP_LABELS } from './uploadGroupLabels';

const SCHEME = 'hf-workbench-upload';

/** Whole groups of an upload as documents, a path a line: the preview does not show the end of a long one. */
export class UploadLists extends Disposable {
	private readonly changed = this.register(new vscode.EventEmitter<vscode.Uri>());

	constructor(sorted: () => UploadGroups | undefined) {
		super();
		this.register(
			vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
				onDidChange: this.changed.event,
				provideTextDocumentContent: ({ query }) => {
					const group = UPLOAD_GROUP_IDS.find(id => id === query);
					const items = (group && sorted()?.[group]) ?? [];
					return items.map(item => `${typeof item === 'string' ? item : item.path}\n`).join('');
				},
			}),
		);
	}

	async open(group: UploadGroupId): Promise<void> {
		await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(listUri(group)));
	}

	/** Brings those that are open up to date. */
	redraw(): void {
		for (const { uri } of vscode.workspace.textDocuments) {
			if (uri.scheme === SCHEME) {
				this.changed.fire(uri);
			}
		}
	}
}

function listUri(group: UploadGroupId): vscode.Uri {
	return vscode.Uri.from({
		scheme: SCHEME,
		path: `/${UPLOAD_GROUP_LABELS[group]}.txt`,
		query: group,
	});
}
