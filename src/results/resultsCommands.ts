import * as vscode from 'vscode';
import type { CommandHandler, CommandId } from '../commandId';
import type { RunAction } from '../shared/protocol';
import { guarded } from '../ui/guarded';
import type { Log } from '../ui/log';
import { clearable } from './clearable';
import { pickExportedRun } from './replay';
import { pickRunning } from './pickRunning';
import type { Results } from './results';
import type { Run } from './run';
import { runArgument } from './runArgument';

type ResultsCommandId = Extract<
	CommandId,
	| 'hfWorkbench.runAgain'
	| 'hfWorkbench.runWith'
	| 'hfWorkbench.stop'
	| 'hfWorkbench.openResults'
	| 'hfWorkbench.clearHistory'
	| 'hfWorkbench.applyAnswer'
	| 'hfWorkbench.exportRun'
	| 'hfWorkbench.openRunAnswer'
	| 'hfWorkbench.saveRunAnswer'
	| 'hfWorkbench.attachRunAnswer'
	| 'hfWorkbench.compareRun'
	| 'hfWorkbench.removeRun'
	| 'hfWorkbench.replayRun'
	| 'hfWorkbench.showUsage'
	| 'hfWorkbench.discardAnswer'
>;

/**
 * The commands on results. The ones about one run take its id, or what the page says of the result whose menu was opened; without
 * that they mean the run that the user looks at.
 */
export function resultsCommands(
	results: Results,
	log: Log,
): Readonly<Record<ResultsCommandId, CommandHandler>> {
	const perform = (action: RunAction) => async (argument: unknown) => {
		const run = await theRun(results, argument);
		return run && results.perform(run.id, action);
	};
	return guarded(log, {
		'hfWorkbench.runAgain': perform('runAgain'),
		'hfWorkbench.runWith': perform('runWith'),
		'hfWorkbench.stop': id => stop(results, id),
		'hfWorkbench.openResults': () => results.open(),
		'hfWorkbench.clearHistory': () => clearHistory(results),
		'hfWorkbench.exportRun': perform('export'),
		'hfWorkbench.openRunAnswer': perform('open'),
		'hfWorkbench.saveRunAnswer': perform('save'),
		'hfWorkbench.attachRunAnswer': perform('attach'),
		'hfWorkbench.compareRun': perform('compare'),
		'hfWorkbench.removeRun': perform('remove'),
		'hfWorkbench.replayRun': async () => {
			const request = await pickExportedRun();
			return request && results.start(request);
		},
		'hfWorkbench.showUsage': () => results.showUsage(),
		'hfWorkbench.applyAnswer': () => results.comparison.apply(),
		'hfWorkbench.discardAnswer': () => results.comparison.discard(),
	});
}

async function theRun({ runs }: Results, argument: unknown): Promise<Run | undefined> {
	await runs.load();
	const id = runArgument(argument);
	if (id !== undefined) {
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
	const asked = clearable(runs.all);
	const kept = runs.all.length - asked.length;
	if (asked.length === 0) {
		const why = kept === 0 ? 'The history is empty.' : 'All that is in the history still goes on.';
		void vscode.window.showInformationMessage(why);
		return;
	}
	const clear = 'Clear History';
	const count = asked.length === 1 ? 'one run' : `${asked.length} runs`;
	const all = asked.length === 1 ? 'the one run' : `all ${count}`;
	const deleted = 'Questions and answers are deleted from this machine. This cannot be undone.';
	const pressed = await vscode.window.showWarningMessage(
		`Delete ${kept === 0 ? all : count} of the history?`,
		{
			modal: true,
			detail:
				kept === 0 ? deleted : `${deleted} What goes on is kept, with the questions that it comes after.`,
		},
		clear,
	);
	if (pressed === clear) {
		// Meanwhile one of them may have been gone on with.
		const gone = clearable(runs.all).filter(run => asked.includes(run));
		await runs.remove(...gone.map(({ id }) => id));
	}
}
