import * as vscode from 'vscode';
import { tasks } from '../inference/tasks';
import type { Task } from '../shared/task';
import { STAYS_OPEN } from '../ui/staysOpen';
import type { Material } from './material';
import { taskRows } from './taskRows';
import { tellActiveEstimate } from './tellActiveEstimate';

/** A task, and whether its model is to be chosen anew. */
export interface TaskChoice {
	readonly task: Task;
	readonly newModel: boolean;
}

/** What is known of a run of a task before it is chosen. */
export interface KnownOfTask {
	/** What it would run on. */
	model(task: Task): string | undefined;
	/** What it will be, in words. */
	estimate(task: Task): Promise<string | undefined>;
}

const CHOOSE_MODEL: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('settings-gear'),
	tooltip: 'Choose Another Model',
};

type Row = vscode.QuickPickItem & { readonly task?: Task };

/** Asks what to do with what there is. The last task is on top, and `known` is told of the row in front. Nothing if the user leaves. */
export async function pickTask(
	last: Task | undefined,
	material: Material,
	known: KnownOfTask,
): Promise<TaskChoice | undefined> {
	const pick = vscode.window.createQuickPick<Row>();
	pick.title = material.kind === 'file' ? `Run on ${material.file.name}` : 'Run on Selection';
	pick.placeholder = 'What should the model do?';
	// A picture's editor takes the keyboard back a moment after it was opened, which is no wish to leave.
	pick.ignoreFocusOut = STAYS_OPEN.askedFromPage;
	pick.matchOnDescription = true;
	pick.matchOnDetail = true;
	pick.items = taskRows(last, material).map((row): Row => {
		if (row.kind === 'group') {
			return { label: row.label, kind: vscode.QuickPickItemKind.Separator };
		}
		const { task } = row;
		const { title, help, icon } = tasks[task];
		const model = known.model(task);
		return {
			label: `$(${icon}) ${title}`,
			detail: help,
			task,
			...(model !== undefined && { description: model, buttons: [CHOOSE_MODEL] }),
		};
	});
	const telling = tellActiveEstimate(pick, async ({ task }) => task && known.estimate(task));
	try {
		return await new Promise<TaskChoice | undefined>(resolve => {
			pick.onDidAccept(() => {
				const [row] = pick.selectedItems;
				resolve(row?.task && { task: row.task, newModel: false });
			});
			pick.onDidTriggerItemButton(({ item }) => resolve(item.task && { task: item.task, newModel: true }));
			pick.onDidHide(() => resolve(undefined));
			pick.show();
		});
	} finally {
		telling.dispose();
		pick.dispose();
	}
}
