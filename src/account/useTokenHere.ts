import * as vscode from 'vscode';
import { readReference } from '../tokens/tokenReference';
import { isRecord } from '../util/isRecord';
import type { AccountDeps } from './accountDeps';

/** Makes the token of a row this workspace's own choice. It stays where it is; without a row, the list of all is shown. */
export async function useTokenHere({ tokens }: Pick<AccountDeps, 'tokens'>, row: unknown): Promise<void> {
	const reference = isRecord(row) ? readReference(row.token) : undefined;
	if (reference === undefined) {
		await vscode.commands.executeCommand('hfWorkbench.switchToken');
		return;
	}
	await tokens.setWorkspaceChoice(reference);
}
