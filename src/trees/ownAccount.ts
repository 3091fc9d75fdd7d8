import type { Hub } from '../hub/hub';
import type { Tokens } from '../tokens/tokens';

/** Whose models are “mine”: the user of the token in use, and the names of the user's organisations. */
export interface OwnAccount {
	readonly user: string;
	readonly organisations: readonly string[];
}

/** Known from the vault; otherwise the Hub is asked. Nothing where no token is used. */
export async function ownAccount(
	tokens: Pick<Tokens, 'records' | 'resolve' | 'credential'>,
	hub: Pick<Hub, 'whoAmI'>,
	signal: AbortSignal,
): Promise<OwnAccount | undefined> {
	const { origin } = await tokens.resolve();
	if (origin === undefined) {
		return undefined;
	}
	if (origin.kind === 'vault' && origin.user !== '') {
		const record = tokens.records.find(({ id }) => id === origin.id);
		return { user: origin.user, organisations: (record?.organisations ?? []).map(({ name }) => name) };
	}
	const credential = await tokens.credential('hub.read', signal);
	if (credential === undefined) {
		return undefined;
	}
	const { user, organisations } = await hub.whoAmI(credential, signal);
	return { user, organisations: organisations.map(({ name }) => name) };
}
