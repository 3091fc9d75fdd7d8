import * as vscode from 'vscode';
import type { CommandHandler, CommandId } from '../commandId';
import { guarded } from '../ui/guarded';
import type { Log } from '../ui/log';
import { pickExportedRun } from './replay';
import { pickRunning } from './pickRunning';
import type { Results } from './results';
import type { Run } from './run';

type ResultsCommandId = Extract<
	CommandId,
	| 'hfWorkbench.runAgain'
	| 'hfWorkbench.runWith'
	| 'hfWorkbench.stop'
	| 'hfWorkbench.openResults'
	| 'hfWorkbench.clearHistory'
	| 'hfWorkbench.applyAnswer'
	| 'hfWorkbench.exportRun'
	| 'hfWorkbench.replayRun'
	| 'hfWorkbench.showUsage'
	| 'hfWorkbench.discardAnswer'
>;

/** The commands on results. The ones about one run take its id; without one they mean the run that the user looks at. */
export function resultsCommands(
	results: Results,
	log: Log,
): Readonly<Record<ResultsCommandId, CommandHandler>> {
	return guarded(log, {
		'hfWorkbench.runAgain': async id => {
			const run = await theRun(results, id);
			return run && results.start(run.request);
		},
		'hfWorkbench.runWith': async id => {
			const run = await theRun(results, id);
			const request = run && (await results.chooseAnotherModel(run.request));
			return request && results.start(request);
		},
		'hfWorkbench.stop': id => stop(results, id),
		'hfWorkbench.openResults': () => results.open(),
		'hfWorkbench.clearHistory': () => clearHistory(results),
		'hfWorkbench.exportRun': async id => {
			const run = await theRun(results, id);
			return run && results.perform(run.id, 'export');
		},
		'hfWorkbench.replayRun': async () => {
			const request = await pickExportedRun();
			return request && results.start(request);
		},
		'hfWorkbench.showUsage': () => results.showUsage(),
		'hfWorkbench.applyAnswer': () => results.comparison.apply(),
		'hfWorkbench.discardAnswer': () => results.comparison.discard(),
	});
}

async function theRun({ runs }: Results, id: unknown): Promise<Run | undefined> {
	await runs.load();
	if (typeof id === 'string') {
		const named = runs.get(id);
		if (!named) {
			void vscode.window.showInformationMessage('This run is no longer in the history.');
		}
		return named;
	}
	const run = runs.selected;
	if (!run) {
		const start = 'Run on Selection…';
		const pressed = await vscode.window.showInformationMessage('Nothing has been run yet.', start);
		if (pressed === start) {
			await vscode.commands.executeCommand('hfWorkbench.run');
		}
	}
	return run;
}

async function stop({ runs }: Results, id: unknown): Promise<void> {
	const running = runs.running.filter(run => typeof id !== 'string' || run.id === id);
	if (running.length === 0) {
		vscode.window.setStatusBarMessage('Nothing is running.', 3000);
	}
	const chosen = running.length > 1 ? await pickRunning(running) : running;
	chosen.forEach(run => runs.stop(run.id));
}

async function clearHistory({ runs }: Results): Promise<void> {
	await runs.load();
	const ended = runs.all.filter(run => !run.isRunning);
	if (ended.length === 0) {
		void vscode.window.showInformationMessage('The history is empty.');
		return;
	}
	const clear = 'Clear History';
	const what = ended.length === 1 ? 'the one run' : `all ${ended.length} runs`;
	const pressed = await vscode.window.showWarningMessage(
		`Delete ${what} of the history?`,
		{ modal: true, detail: 'Questions and answers are deleted from this machine. This cannot be undone.' },
		clear,
	);
	if (pressed === clear) {
		await Promise.all(ended.map(run => runs.remove(run.id)));
	}
}
