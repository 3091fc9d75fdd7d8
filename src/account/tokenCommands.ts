import type { CommandHandler, CommandId } from '../commandId';
import { guarded } from '../ui/guarded';
import type { AccountDeps } from './accountDeps';
import { addToken } from './addToken';
import { checkTokens } from './checkTokens';
import { createToken } from './createToken';
import { pickToken } from './pickToken';
import { removeToken } from './removeToken';
import { renameToken } from './renameToken';
import { replaceToken } from './replaceToken';
import { switchToken } from './switchToken';
import { useToken } from './useToken';

export type TokenCommandId = Extract<CommandId, `hfWorkbench.${string}Token` | 'hfWorkbench.checkTokens'>;

/**
 * What the token commands do. A row of the tokens view comes as the first argument; a token's value never does. The ones
 * in the view's title take none: VS Code gives those the row that has the focus, which they are not about.
 */
export function tokenCommands(deps: AccountDeps): Readonly<Record<TokenCommandId, CommandHandler>> {
	return guarded<TokenCommandId>(deps.log, {
		'hfWorkbench.addToken': () => addToken(deps),
		'hfWorkbench.switchToken': () => switchToken(deps),
		'hfWorkbench.useToken': row => useToken(deps, row),
		'hfWorkbench.renameToken': row => renameToken(deps, row),
		'hfWorkbench.replaceToken': row => replaceToken(deps, row),
		'hfWorkbench.removeToken': row => removeToken(deps, row),
		'hfWorkbench.checkTokens': () => checkTokens(deps),
		'hfWorkbench.checkToken': async row => {
			const record = await pickToken(row, deps.tokens.records, 'Check Token');
			return record && checkTokens(deps, record);
		},
		'hfWorkbench.createToken': () => createToken(deps),
	});
}
