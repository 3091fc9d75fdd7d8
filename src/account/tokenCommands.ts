import type { CommandHandler, CommandId } from '../commandId';
import { guarded } from '../ui/guarded';
import type { AccountDeps } from './accountDeps';
import { allowHost, forgetHost } from './allowHost';
import { addToken } from './addToken';
import { billTo } from './billTo';
import { checkTokens } from './checkTokens';
import { copyToken } from './copyToken';
import { createToken } from './createToken';
import type { HeldClipboard } from './heldClipboard';
import { pickToken } from './pickToken';
import { recoverTokens } from './recoverTokens';
import { removeToken } from './removeToken';
import { renameToken } from './renameToken';
import { replaceToken } from './replaceToken';
import { revokeToken } from './revokeToken';
import { switchToken } from './switchToken';
import { useToken } from './useToken';

export type TokenCommandId = Extract<
	CommandId,
	| `hfWorkbench.${string}Token`
	| `hfWorkbench.${string}Host`
	| 'hfWorkbench.billTo'
	| 'hfWorkbench.checkTokens'
	| 'hfWorkbench.recoverTokens'
>;

/**
 * What the token commands do. A row of the tokens view comes as the first argument; a token's value never does. The ones
 * in the view's title take none: VS Code gives those the row that has the focus, which they are not about.
 */
export function tokenCommands(
	deps: AccountDeps,
	clipboard: HeldClipboard,
): Readonly<Record<TokenCommandId, CommandHandler>> {
	return guarded<TokenCommandId>(deps.log, {
		'hfWorkbench.addToken': () => addToken(deps),
		'hfWorkbench.addSessionToken': () => addToken(deps, 'session'),
		'hfWorkbench.switchToken': () => switchToken(deps),
		'hfWorkbench.useToken': row => useToken(deps, row),
		'hfWorkbench.renameToken': row => renameToken(deps, row),
		'hfWorkbench.replaceToken': row => replaceToken(deps, row),
		'hfWorkbench.removeToken': row => removeToken(deps, row),
		'hfWorkbench.checkTokens': () => checkTokens(deps),
		'hfWorkbench.recoverTokens': () => recoverTokens(deps),
		'hfWorkbench.checkToken': async row => {
			const record = await pickToken(row, deps.tokens.records, 'Check Token');
			return record && checkTokens(deps, record);
		},
		'hfWorkbench.createToken': need => createToken(deps, need),
		'hfWorkbench.billTo': row => billTo(deps, row),
		'hfWorkbench.copyToken': row => copyToken(deps, clipboard, row),
		'hfWorkbench.revokeToken': row => revokeToken(deps, row),
		'hfWorkbench.allowHost': row => allowHost(deps, row),
		'hfWorkbench.forgetHost': row => forgetHost(deps, row),
	});
}
