import * as vscode from 'vscode';
import type { CommandHandler, CommandId } from '../commandId';
import { guarded } from '../ui/guarded';
import type { Log } from '../ui/log';
import { openExample } from './openExample';

export type WelcomeCommandId = Extract<CommandId, 'hfWorkbench.getStarted' | 'hfWorkbench.openExample'>;

const WALKTHROUGH = 'hf-workbench.hf-workbench#hfWorkbench.start';

/** The way from nothing to a first answer. */
export function welcomeCommands(log: Log): Readonly<Record<WelcomeCommandId, CommandHandler>> {
	return guarded<WelcomeCommandId>(log, {
		'hfWorkbench.getStarted': async () => {
			await vscode.commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH, false);
		},
		'hfWorkbench.openExample': () => openExample(),
	});
}
