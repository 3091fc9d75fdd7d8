import type { CommandHandler } from '../commandId';
import { guarded } from '../ui/guarded';
import { giveToTerminals } from './giveToTerminals';
import { importTokens } from './importTokens';
import { insertNotebookSnippet } from './insertNotebookSnippet';
import { signInWithBrowser } from './signInWithBrowser';
import type { SourceDeps } from './sourceDeps';
import { useTokenHere } from './useTokenHere';
import { useTokenInCli } from './useTokenInCli';

export type SourceCommandId =
	| 'hfWorkbench.signIn'
	| 'hfWorkbench.importTokens'
	| 'hfWorkbench.useTokenHere'
	| 'hfWorkbench.useTokenInCli'
	| 'hfWorkbench.giveTokenToTerminals'
	| 'hfWorkbench.takeTokenFromTerminals'
	| 'hfWorkbench.insertNotebookSnippet';

/** What the commands do that bring tokens in from elsewhere, and let what is outside use one of here. */
export function sourceCommands(deps: SourceDeps): Readonly<Record<SourceCommandId, CommandHandler>> {
	return guarded<SourceCommandId>(deps.log, {
		'hfWorkbench.signIn': () => signInWithBrowser(deps),
		'hfWorkbench.importTokens': () => importTokens(deps),
		'hfWorkbench.useTokenHere': row => useTokenHere(deps, row),
		'hfWorkbench.useTokenInCli': row => useTokenInCli(deps, row),
		'hfWorkbench.giveTokenToTerminals': () => giveToTerminals(deps),
		'hfWorkbench.takeTokenFromTerminals': () => deps.terminals.set(false),
		'hfWorkbench.insertNotebookSnippet': () => insertNotebookSnippet(deps),
	});
}
