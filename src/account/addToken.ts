import * as vscode from 'vscode';
import { canRunInference } from '../tokens/canRunInference';
import type { TokenRecord } from '../tokens/tokenRecord';
import { announce } from '../ui/announce';
import type { AccountDeps } from './accountDeps';
import { addedMessage } from './addedMessage';
import { askForName } from './askForName';
import { askForToken } from './askForToken';
import { createToken } from './createToken';
import { refuseKnown } from './refuseKnown';
import { tokenFacts } from './tokenFacts';
import { suggestedName } from './tokenNames';

const TITLE = 'Add Access Token';

/**
 * Asks for a token, has the Hub check it, asks for a name and stores it. Nothing is kept before the last of these, so
 * that leaving at any point leaves nothing behind. Answers with the new record.
 */
export async function addToken(deps: AccountDeps): Promise<TokenRecord | undefined> {
	const { tokens, hub } = deps;
	const checked = await askForToken(
		{
			title: TITLE,
			steps: 2,
			prompt:
				'Paste a token. No token yet? The button above creates one on the Hub, with the permission to run models.',
			create: () => createToken(deps),
			refuseValue: value => refuseKnown(tokens, value),
			refuseIdentity: () => undefined,
		},
		hub,
	);
	if (checked === undefined) {
		return undefined;
	}
	const taken = tokens.records.map(({ name }) => name);
	const name = await askForName(TITLE, suggestedName(checked.identity.tokenName, taken), taken);
	if (name === undefined) {
		return undefined;
	}
	const record = await tokens.add(tokenFacts(checked.identity, name), checked.value);
	const { origin } = await tokens.resolve();
	const isUsed = origin?.kind === 'vault' && origin.id === record.id;
	announce(
		deps.log,
		'information',
		addedMessage('Added', record),
		...(canRunInference(record) ? [] : [{ label: 'Create One That Can', act: () => createToken(deps) }]),
		...(isUsed ? [] : [{ label: 'Use It Here', act: () => useHere(record) }]),
	);
	return record;
}

async function useHere({ id }: TokenRecord): Promise<void> {
	await vscode.commands.executeCommand('hfWorkbench.useToken', { tokenId: id });
}
