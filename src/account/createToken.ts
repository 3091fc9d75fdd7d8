import * as vscode from 'vscode';
import { createTokenUrl } from '../tokens/createTokenUrl';
import type { AccountDeps } from './accountDeps';

/** Opens the Hub's page for a new token, with the permission to run models chosen already. */
export async function createToken({ settings }: Pick<AccountDeps, 'settings'>): Promise<void> {
	await vscode.env.openExternal(vscode.Uri.parse(createTokenUrl(settings.endpoints.hub, 'inference'), true));
}
