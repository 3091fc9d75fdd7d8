import * as vscode from 'vscode';
import type { FileKind } from '../inference/inputs/inputField';
import type { FileInput } from '../inference/inputs/inputValue';
import { fileOf } from './fileOf';

/**
 * The picture or the sound that the user looks at: in the tab in front; where one of a `kind` is wanted, also in the front of another
 * group of tabs, for the results panel may have the focus.
 */
export function currentFile(kind?: FileKind): FileInput | undefined {
	const { activeTabGroup, all } = vscode.window.tabGroups;
	const groups = kind ? [activeTabGroup, ...all] : [activeTabGroup];
	return groups
		.flatMap(({ activeTab }) => {
			const input: unknown = activeTab?.input;
			const uri = input instanceof vscode.TabInputCustom ? input.uri : undefined;
			return (uri && fileOf(uri)) ?? [];
		})
		.find(({ mimeType }) => kind === undefined || mimeType.startsWith(`${kind}/`));
}
