import type { CommandHandler, CommandId } from '../commandId';
import { guarded } from '../ui/guarded';
import type { AccountDeps } from './accountDeps';
import { addToken } from './addToken';
import { checkTokens } from './checkTokens';
import { createToken } from './createToken';
import { removeToken } from './removeToken';
import { renameToken } from './renameToken';
import { replaceToken } from './replaceToken';
import { switchToken } from './switchToken';

export type TokenCommandId = Extract<CommandId, `hfWorkbench.${string}Token` | 'hfWorkbench.checkTokens'>;

/** What the token commands do. A row of the tokens view comes as the first argument; a token's value never does. */
export function tokenCommands(deps: AccountDeps): Readonly<Record<TokenCommandId, CommandHandler>> {
	return guarded<TokenCommandId>(deps.log, {
		'hfWorkbench.addToken': () => addToken(deps),
		'hfWorkbench.switchToken': row => switchToken(deps, row),
		'hfWorkbench.renameToken': row => renameToken(deps, row),
		'hfWorkbench.replaceToken': row => replaceToken(deps, row),
		'hfWorkbench.removeToken': row => removeToken(deps, row),
		'hfWorkbench.checkTokens': row => checkTokens(deps, row),
		'hfWorkbench.createToken': () => createToken(deps),
	});
}
