import * as vscode from 'vscode';
import { canRunInference } from '../tokens/canRunInference';
import { vaultKey } from '../tokens/originKey';
import type { TokenRecord } from '../tokens/tokenRecord';
import { announce } from '../ui/announce';
import type { AccountDeps } from './accountDeps';
import { addedMessage } from './addedMessage';
import { askForName } from './askForName';
import { askForToken } from './askForToken';
import { openCreatePage } from './createToken';
import { keepToken } from './keepToken';
import { refuseKnown } from './refuseKnown';
import { tokenFacts } from './tokenFacts';
import { suggestedName } from './tokenNames';

/** Where a new token is to be kept. */
type Keeping = 'keyring' | 'session';

const TITLES: Readonly<Record<Keeping, string>> = {
	keyring: 'Add Access Token',
	session: 'Add Access Token for This Window Only',
};

/**
 * Asks for a token, has the Hub check it, asks for a name and stores it. Nothing is kept before the last of these, so
 * that leaving at any point leaves nothing behind. Answers with the new record.
 */
export async function addToken(
	deps: AccountDeps,
	keeping: Keeping = 'keyring',
): Promise<TokenRecord | undefined> {
	const { tokens } = deps;
	const checked = await askForToken(
		{
			title: TITLES[keeping],
			steps: 2,
			prompt:
				'Paste a token. No token yet? The button above creates one on the Hub, with the permission to run models.',
			create: () => openCreatePage(deps, 'inference'),
			token: { words: 'this token', key: '' },
			refuseValue: value => refuseKnown(tokens, value),
			refuseIdentity: () => undefined,
		},
		deps,
	);
	if (checked === undefined) {
		return undefined;
	}
	const taken = tokens.records.map(({ name }) => name);
	const name = await askForName(
		`${TITLES[keeping]} (2/2)`,
		suggestedName(checked.identity.tokenName, taken),
		taken,
	);
	if (name === undefined) {
		return undefined;
	}
	const facts = tokenFacts(checked.identity, name);
	const { value } = checked;
	const record =
		keeping === 'session'
			? await tokens.addForSession(facts, value)
			: await keepToken(tokens, { facts, value, store: () => tokens.add(facts, value) });
	if (record === undefined) {
		return undefined;
	}
	if (checked.allowed.length > 0) {
		await tokens.answerHosts(vaultKey(record.id), checked.allowed, 'allowed');
	}
	const { origin } = await tokens.resolve();
	const isUsed = origin?.kind === 'vault' && origin.id === record.id;
	announce(
		deps.log,
		'information',
		addedMessage('Added', record),
		...(canRunInference(record)
			? []
			: [{ label: 'Create One That Can', act: () => openCreatePage(deps, 'inference') }]),
		...(isUsed ? [] : [{ label: 'Use It Here', act: () => useHere(record) }]),
	);
	return record;
}

async function useHere({ id }: TokenRecord): Promise<void> {
	await vscode.commands.executeCommand('hfWorkbench.useToken', { tokenId: id });
}
