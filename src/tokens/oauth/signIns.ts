import { ProblemError } from '../../util/problemError';
import type { Kept } from '../recordsOf';
import type { TokenKeeper } from '../tokenKeeper';
import type { Vault } from '../vault';
import type { Lease } from './lease';
import type { OAuthClient } from './oauthClient';
import { type OAuthSession, readSession } from './oauthSession';
import { Sessions } from './sessions';

export interface SignInsOptions {
	/** Epoch milliseconds. */
	readonly now: () => number;
	readonly oauth?: {
		readonly client: OAuthClient;
		readonly lease: Lease;
		readonly pause: (milliseconds: number) => Promise<void>;
	};
}

/** The values in the vault's slots: an access token as it is, and that of a sign-in renewed where need be. */
export class SignIns {
	private readonly sessions: Sessions | undefined;

	constructor(
		private readonly vault: Vault,
		private readonly keeper: TokenKeeper,
		{ now, oauth }: SignInsOptions,
	) {
		this.sessions = oauth && new Sessions({ vault, now, ...oauth });
	}

	/** The value to send; nothing where the slot is empty. Throws `signIn.ended`, or why it could not be renewed. */
	async valueIn({ slot, record }: Kept, signal?: AbortSignal): Promise<string | undefined> {
		const secret = await this.vault.get(slot, signal);
		const session = secret === undefined ? undefined : readSession(secret);
		if (!session || !this.sessions) {
			return session?.accessToken ?? secret;
		}
		try {
			return (await orAborted(this.sessions.fresh(slot), signal))?.accessToken;
		} catch (error) {
			if (error instanceof ProblemError && error.problem.code === 'signIn.ended') {
				throw new ProblemError({ code: 'signIn.ended', tokenName: record.name });
			}
			throw error;
		}
	}

	/** The value as it is, for a comparison: nobody is asked for a new one. */
	async peek({ slot }: Kept): Promise<string | undefined> {
		const secret = await this.vault.get(slot);
		return secret === undefined ? undefined : (readSession(secret)?.accessToken ?? secret);
	}

	/** What a sign-in was granted, where the value in a slot is one's. */
	async grantIn({ slot }: Kept): Promise<Pick<OAuthSession, 'scopes'> | undefined> {
		const secret = await this.vault.get(slot);
		const session = secret === undefined ? undefined : readSession(secret);
		return session && { scopes: session.scopes };
	}

	/** Another window may have renewed a sign-in while this one was removed: its value is erased again. */
	async eraseGone(slot: string): Promise<void> {
		if (!this.keeper.isGone(slot)) {
			return;
		}
		this.sessions?.forget(slot);
		try {
			if ((await this.vault.get(slot)) !== undefined) {
				await this.vault.delete(slot);
			}
		} catch {
			// The keyring does not answer; the next change of the secret is another occasion.
		}
	}
}

/** A caller that does not wait any longer leaves the renewal to go on: what it gives must not be lost. */
async function orAborted(
	renewing: Promise<OAuthSession | undefined>,
	signal: AbortSignal | undefined,
): Promise<OAuthSession | undefined> {
	if (!signal) {
		return renewing;
	}
	renewing.catch(() => undefined);
	let stop: (() => void) | undefined;
	const aborted = new Promise<never>((_, reject) => {
		stop = () => reject(new ProblemError({ code: 'cancelled' }));
		signal.addEventListener('abort', stop, { once: true });
		if (signal.aborted) {
			stop();
		}
	});
	try {
		return await Promise.race([renewing, aborted]);
	} finally {
		if (stop) {
			signal.removeEventListener('abort', stop);
		}
	}
}
