import type { TokenRecord } from '../tokens/tokenRecord';
import { announce } from '../ui/announce';
import { tokenName } from '../ui/tokenWords';
import type { AccountDeps } from './accountDeps';
import { addedMessage } from './addedMessage';
import { askForToken } from './askForToken';
import { createToken } from './createToken';
import { pickToken } from './pickToken';
import { refuseKnown } from './refuseKnown';
import { tokenFacts } from './tokenFacts';

/** Puts a new value in the place of an old one, for the same user; the old one goes only once the new one is stored. */
export async function replaceToken(deps: AccountDeps, argument: unknown): Promise<TokenRecord | undefined> {
	const { tokens, hub } = deps;
	const record = await pickToken(argument, tokens.records, 'Replace Token');
	if (record === undefined) {
		return undefined;
	}
	const checked = await askForToken(
		{
			title: `Replace ${tokenName(record)}`,
			prompt: 'Paste the new token. The old one is kept until the new one is stored.',
			create: () => createToken(deps),
			refuseValue: value => refuseKnown(tokens, value),
			refuseIdentity: ({ user }) =>
				user === record.user || record.user === ''
					? undefined
					: `This token belongs to ${user}, and “${record.name}” to ${record.user}. Add it as another token instead.`,
		},
		hub,
	);
	if (checked === undefined) {
		return undefined;
	}
	const facts = tokenFacts(checked.identity, record.name);
	const replaced = await tokens.replace(record.id, facts, checked.value);
	announce(deps.log, 'information', addedMessage('Replaced', replaced));
	return replaced;
}
