import type { Problem } from '../../shared/problem';
import { ProblemError } from '../../util/problemError';
import { vaultKey } from '../originKey';
import type { Kept } from '../recordsOf';
import type { TokenKeeper } from '../tokenKeeper';
import type { TokenRecord } from '../tokenRecord';
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
	/** Whether the user lets a token, by its key, go to an origin. */
	readonly mayGo: (key: string, origin: string) => boolean;
	/** A sign-in was renewed: here, or in another window after its value was given here. */
	readonly renewed: (record: TokenRecord) => void;
}

/** The values in the vault's slots: an access token as it is, and that of a sign-in renewed where need be. */
export class SignIns {
	private readonly sessions: Sessions | undefined;
	/** By slot, when the value that was given last was issued. */
	private readonly given = new Map<string, number>();
	private readonly renewals = new Map<string, number>();

	constructor(
		private readonly vault: Vault,
		private readonly keeper: TokenKeeper,
		private readonly options: SignInsOptions,
	) {
		const { oauth, now } = options;
		this.sessions = oauth && new Sessions({ vault, now, ...oauth });
	}

	/**
	 * The value to send; nothing where the slot is empty. Throws `signIn.ended`, or why it could not be renewed.
	 *
	 * @param refused a value that the Hub does not take any more
	 */
	async valueIn(kept: Kept, signal?: AbortSignal, refused?: string): Promise<string | undefined> {
		const { slot, record } = kept;
		const secret = await this.vault.get(slot, signal);
		const session = secret === undefined ? undefined : readSession(secret);
		if (!session || !this.sessions) {
			return session?.accessToken ?? secret;
		}
		const key = vaultKey(record.id);
		const mayAsk = (hub: string) => this.options.mayGo(key, new URL(hub).origin);
		try {
			const fresh = await orAborted(this.sessions.fresh(slot, { refused, mayAsk }), signal);
			if (fresh) {
				this.note(kept, fresh.issuedAt, session.issuedAt);
			}
			return fresh?.accessToken;
		} catch (error) {
			throw error instanceof ProblemError ? new ProblemError(named(error.problem, record.name, key)) : error;
		}
	}

	/** The value as it is, for a comparison: nobody is asked for a new one. */
	async peek(kept: Kept): Promise<string | undefined> {
		const secret = await this.vault.get(kept.slot);
		return secret === undefined ? undefined : (readSession(secret)?.accessToken ?? secret);
	}

	/** What a sign-in was granted, and by which Hub, where the value in a slot is one's. */
	async grantIn(kept: Kept): Promise<Pick<OAuthSession, 'scopes' | 'hub'> | undefined> {
		const secret = await this.vault.get(kept.slot);
		const session = secret === undefined ? undefined : readSession(secret);
		return session && { scopes: session.scopes, hub: session.hub };
	}

	/** How often the value in a slot was renewed, as far as anybody here had it. */
	renewalsIn(slot: string): number {
		return this.renewals.get(slot) ?? 0;
	}

	/** The secret in a slot has changed: another window may have renewed what was given here. */
	async look(kept: Kept): Promise<void> {
		const issuedAt = this.given.get(kept.slot);
		const session = issuedAt === undefined ? undefined : await this.sessions?.read(kept.slot);
		if (issuedAt !== undefined && session) {
			this.note(kept, session.issuedAt, issuedAt);
		}
	}

	/** Waits until no renewal is on its way any more, and what they gave is stored. */
	async settled(): Promise<void> {
		await this.sessions?.settled();
	}

	/** Another window may have renewed a sign-in while this one was removed: its value is erased again. */
	async eraseGone(slot: string): Promise<void> {
		if (!this.keeper.isGone(slot)) {
			return;
		}
		this.sessions?.forget(slot);
		this.given.delete(slot);
		try {
			if ((await this.vault.get(slot)) !== undefined) {
				await this.vault.delete(slot);
			}
		} catch {
			// The keyring does not answer; the next change of the secret is another occasion.
		}
	}

	private note({ slot, record }: Kept, now: number, before: number): void {
		const last = this.given.get(slot) ?? before;
		this.given.set(slot, now);
		if (last !== now) {
			this.renewals.set(slot, this.renewalsIn(slot) + 1);
			this.options.renewed(record);
		}
	}
}

/** A problem of a sign-in, with what the user knows it by. */
function named(problem: Problem, tokenName: string, tokenKey: string): Problem {
	if (problem.code === 'signIn.host') {
		return { ...problem, tokenName, tokenKey };
	}
	return problem.code === 'signIn.ended' ? { ...problem, tokenName } : problem;
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
