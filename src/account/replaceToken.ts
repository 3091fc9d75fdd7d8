import * as vscode from 'vscode';
import { vaultKey } from '../tokens/originKey';
import { replacementTokenUrl } from '../tokens/replacementTokenUrl';
import type { TokenRecord } from '../tokens/tokenRecord';
import { announce } from '../ui/announce';
import { tokenName } from '../ui/tokenWords';
import type { AccountDeps } from './accountDeps';
import { addedMessage } from './addedMessage';
import { askForToken } from './askForToken';
import { keepToken } from './keepToken';
import { pickToken } from './pickToken';
import { refuseKnown } from './refuseKnown';
import { tokenFacts } from './tokenFacts';
import { suggestedName } from './tokenNames';

/**
 * Puts a new value in the place of an old one, for the same user; the old one goes only once the new one is stored. Where that
 * cannot be done, the new one is not lost either.
 */
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
	const { identity, value, allowed } = checked;
	const { id, name } = record;
	const taken = tokens.records.map(one => one.name);
	const kept = await keepToken(tokens, {
		// The old one has its name, and stays.
		facts: tokenFacts(identity, suggestedName(name, taken)),
		value,
		store: () => tokens.replace(id, tokenFacts(identity, name), value),
		unused: tokens.defaultId === id ? undefined : 'unused',
		unchanged: `“${name}” is as it was.`,
	});
	if (kept === undefined) {
		return undefined;
	}
	if (allowed.length > 0) {
		await tokens.answerHosts(vaultKey(kept.id), allowed, 'allowed');
	}
	announceKept(deps, record, kept);
	return kept;
}

function announceKept({ log }: AccountDeps, old: TokenRecord, kept: TokenRecord): void {
	if (kept.id === old.id) {
		announce(log, 'information', addedMessage('Replaced', kept));
		return;
	}
	announce(
		log,
		'warning',
		`The new token is kept for this window only, as “${kept.name}”. “${old.name}” is as it was: replace it once the keyring works.`,
		{
			label: 'Replace Token…',
			act: async () => vscode.commands.executeCommand('hfWorkbench.replaceToken', { tokenId: old.id }),
		},
	);
}
