import * as vscode from 'vscode';
import type { CommandHandler, CommandId } from '../commandId';
import { guarded } from '../ui/guarded';
import type { EditorDeps } from './editorDeps';
import { readRunArguments } from './runArguments';
import { runOnSelection } from './runOnSelection';
import type { Wish } from './runQuestions';

/** What each command fixes; its arguments may give more, and the rest is remembered or asked for. */
const WISHES = {
	'hfWorkbench.run': {},
	'hfWorkbench.explain': { task: 'conversational', instruction: 'explain' },
	'hfWorkbench.fix': { task: 'conversational', instruction: 'fix' },
	'hfWorkbench.document': { task: 'conversational', instruction: 'document' },
	'hfWorkbench.writeTests': { task: 'conversational', instruction: 'writeTests' },
	'hfWorkbench.ask': { task: 'conversational', ask: true },
	'hfWorkbench.summarize': { task: 'summarization' },
	'hfWorkbench.translate': { task: 'translation' },
	'hfWorkbench.classify': { task: 'text-classification' },
	'hfWorkbench.tagEntities': { task: 'token-classification' },
} as const satisfies Partial<Record<CommandId, Wish>>;

export type RunCommandId = keyof typeof WISHES;

/** The commands that run a model on the selection. Each resolves with the finished run. */
export function runCommands(deps: EditorDeps): Readonly<Record<RunCommandId, CommandHandler>> {
	const run =
		(fixed: Wish): CommandHandler =>
		async argument => {
			const given = readRunArguments(argument);
			if ('error' in given) {
				void vscode.window.showErrorMessage(given.error);
				return undefined;
			}
			return runOnSelection(deps, { ...given.value, ...fixed });
		};
	const handlers = Object.entries(WISHES).map(([id, fixed]) => [id, run(fixed)]);
	return guarded(deps.log, Object.fromEntries(handlers) as Record<RunCommandId, CommandHandler>);
}
