import * as vscode from 'vscode';
import type { TokenRecord } from '../tokens/tokenRecord';
import type { AccountDeps } from './accountDeps';

/** Opens the Hub's page on which a token is deleted; a sign-in ends where the app that it was given to loses its access. */
export async function openTokenPage(
	{ settings }: Pick<AccountDeps, 'settings'>,
	record?: Pick<TokenRecord, 'signIn'>,
): Promise<void> {
	const page = record?.signIn ? 'connected-applications' : 'tokens';
	await vscode.env.openExternal(vscode.Uri.parse(`${settings.endpoints.hub}/settings/${page}`, true));
}
