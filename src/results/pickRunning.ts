import * as vscode from 'vscode';
import type { Run } from './run';

/** Asks which of the runs that go on are meant; none if the user leaves. */
export async function pickRunning(running: readonly Run[]): Promise<readonly Run[]> {
	const picked = await vscode.window.showQuickPick(
		[
			{ label: '$(stop-circle) Stop All', description: '', runs: running },
			...running.map(run => ({
				label: `$(debug-stop) ${run.title}`,
				description: run.model,
				runs: [run],
			})),
		],
		{ title: 'Stop', placeHolder: 'Choose a run to stop', matchOnDescription: true },
	);
	return picked?.runs ?? [];
}
