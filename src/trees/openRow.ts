import * as vscode from 'vscode';
import { guarded } from '../ui/guarded';
import type { Log } from '../ui/log';
import { isRecord } from '../util/isRecord';
import type { TreeNode } from './treeNode';

/** What a click on a row runs. Not contributed, since only rows name it. */
export const OPEN_ROW = 'hfWorkbench.openRow';

export function registerOpenRow(log: Log): vscode.Disposable {
	const { [OPEN_ROW]: open } = guarded<typeof OPEN_ROW>(log, {
		[OPEN_ROW]: row => (isRow(row) ? row.open?.() : undefined),
	});
	return vscode.commands.registerCommand(OPEN_ROW, open);
}

function isRow(value: unknown): value is Pick<TreeNode, 'open'> {
	return isRecord(value) && typeof value.open === 'function';
}
