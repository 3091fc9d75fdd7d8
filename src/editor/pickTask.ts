import * as vscode from 'vscode';
import { tasks } from '../inference/tasks';
import { TASKS, type Task } from '../shared/task';

/** A task, and whether its model is to be chosen anew. */
export interface TaskChoice {
	readonly task: Task;
	readonly newModel: boolean;
}

const CHOOSE_MODEL: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('settings-gear'),
	tooltip: 'Choose Another Model',
};

type Row = vscode.QuickPickItem & { readonly task: Task };

/** Asks what to do. The last task is on top; `modelOf` says what each would run on. Nothing if the user leaves. */
export async function pickTask(
	last: Task | undefined,
	modelOf: (task: Task) => string | undefined,
): Promise<TaskChoice | undefined> {
	const pick = vscode.window.createQuickPick<Row>();
	pick.title = 'Run on Selection';
	pick.placeholder = 'What should the model do?';
	pick.matchOnDescription = true;
	pick.matchOnDetail = true;
	pick.items = [...TASKS]
		.sort((a, b) => Number(b === last) - Number(a === last))
		.map((task): Row => {
			const { title, help, icon } = tasks[task];
			const model = modelOf(task);
			return {
				label: `$(${icon}) ${title}`,
				detail: help,
				task,
				...(model !== undefined && { description: model, buttons: [CHOOSE_MODEL] }),
			};
		});
	try {
		return await new Promise<TaskChoice | undefined>(resolve => {
			pick.onDidAccept(() => {
				const [row] = pick.selectedItems;
				resolve(row && { task: row.task, newModel: false });
			});
			pick.onDidTriggerItemButton(({ item }) => resolve({ task: item.task, newModel: true }));
			pick.onDidHide(() => resolve(undefined));
			pick.show();
		});
	} finally {
		pick.dispose();
	}
}
