import * as vscode from 'vscode';
import { vaultKey } from '../tokens/originKey';
import { replacementTokenUrl } from '../tokens/replacementTokenUrl';
import type { TokenRecord } from '../tokens/tokenRecord';
import { announce } from '../ui/announce';
import { tokenName } from '../ui/tokenWords';
import type { AccountDeps } from './accountDeps';
import { addedMessage } from './addedMessage';
import { askForToken } from './askForToken';
import { pickToken } from './pickToken';
import { refuseKnown } from './refuseKnown';
import { tokenFacts } from './tokenFacts';

/** Puts a new value in the place of an old one, for the same user; the old one goes only once the new one is stored. */
export async function replaceToken(deps: AccountDeps, argument: unknown): Promise<TokenRecord | undefined> {
	const { tokens } = deps;
	const record = await pickToken(argument, tokens.records, 'Replace Token');
	if (record === undefined) {
		return undefined;
	}
	const checked = await askForToken(
		{
			title: `Replace ${tokenName(record)}`,
			prompt:
				'Paste the new token. The button above creates one that may do the same; the old one is kept until the new one is stored.',
			create: async () => {
				const page = replacementTokenUrl(deps.settings.endpoints.hub, record);
				await vscode.env.openExternal(vscode.Uri.parse(page, true));
			},
			token: { words: `the new value of ${tokenName(record)}`, key: vaultKey(record.id) },
			refuseValue: value => refuseKnown(tokens, value),
			refuseIdentity: ({ user }) =>
				user === record.user || record.user === ''
					? undefined
					: `This token belongs to ${user}, and “${record.name}” to ${record.user}. Add it as another token instead.`,
		},
		deps,
	);
	if (checked === undefined) {
		return undefined;
	}
	const facts = tokenFacts(checked.identity, record.name);
	const replaced = await tokens.replace(record.id, facts, checked.value);
	if (checked.allowed.length > 0) {
		await tokens.answerHosts(vaultKey(record.id), checked.allowed, 'allowed');
	}
	announce(deps.log, 'information', addedMessage('Replaced', replaced));
	return replaced;
}
