import type { Problem } from '../../shared/problem';
import { ProblemError } from '../../util/problemError';
import type { Vault } from '../vault';
import type { Lease } from './lease';
import type { OAuthClient } from './oauthClient';
import { OAuthRefusal } from './oauthRefusal';
import { formatSession, type OAuthSession, readSession } from './oauthSession';
import { problemOfRefusal, sessionOf } from './signIn';

export interface SessionsOptions {
	readonly vault: Pick<Vault, 'get' | 'store'>;
	readonly client: OAuthClient;
	readonly lease: Lease;
	/** Epoch milliseconds. */
	readonly now: () => number;
	readonly pause: (milliseconds: number) => Promise<void>;
}

/** What one use of a sign-in knows and lets be done. */
export interface Renewal {
	/** An access token that the Hub does not take any more, however long it was to be good for. */
	readonly refused?: string | undefined;
	/** Whether the Hub that gave it may be asked. */
	readonly mayAsk: (hub: string) => boolean;
}

/** Milliseconds before its end from which on a token is renewed when it is used. */
const MARGIN = 5 * 60 * 1000;
/** How often another window's result is looked for once the Hub says that a refresh token is void, and how long between. */
const LOOKS = 20;
const LOOK = 250;

/**
 * Renews the tokens of sign-ins. A refresh token may be good for one use only, so nothing that it gives may be lost: one
 * renewal at a time, across windows where a lease can be had; no caller's cancelling stops it; a result that cannot be
 * stored is kept in memory and stored later; and whoever comes too late takes what the other window has stored.
 */
export class Sessions {
	private readonly renewing = new Map<string, Promise<OAuthSession | undefined>>();
	/** Results that the secret store did not take yet. */
	private readonly unsaved = new Map<string, OAuthSession>();

	constructor(private readonly options: SessionsOptions) {}

	/** The session in a slot, renewed if need be; nothing where the slot is empty. Throws `signIn.ended` when it is over. */
	async fresh(slot: string, renewal: Renewal): Promise<OAuthSession | undefined> {
		const session = await this.read(slot);
		if (!session || this.isFresh(session, renewal)) {
			return session;
		}
		const renewing =
			this.renewing.get(slot) ??
			this.options.lease
				.hold(slot, () => this.renew(slot, renewal))
				.finally(() => this.renewing.delete(slot));
		this.renewing.set(slot, renewing);
		return renewing;
	}

	/** The session as it is, which may be over. */
	async read(slot: string): Promise<OAuthSession | undefined> {
		const stored = await this.stored(slot);
		const unsaved = this.unsaved.get(slot);
		if (!stored || !unsaved) {
			return stored;
		}
		if (unsaved.issuedAt <= stored.issuedAt) {
			this.unsaved.delete(slot);
			return stored;
		}
		await this.keep(slot, unsaved).catch(() => undefined);
		return unsaved;
	}

	/** Of a token that was removed, nothing is kept. */
	forget(slot: string): void {
		this.unsaved.delete(slot);
	}

	/** Waits until what is on its way is stored, and stores what the secret store did not take before. */
	async settled(): Promise<void> {
		await Promise.allSettled(this.renewing.values());
		await Promise.allSettled([...this.unsaved].map(([slot, session]) => this.keep(slot, session)));
	}

	private async renew(slot: string, renewal: Renewal): Promise<OAuthSession | undefined> {
		const { client, now } = this.options;
		const session = await this.read(slot);
		if (!session || this.isFresh(session, renewal)) {
			return session;
		}
		const { refreshToken, clientId, hub, scopes } = session;
		const over = (problem: Problem) => this.unlessOver(session, problem, renewal);
		if (refreshToken === undefined) {
			return over({ code: 'signIn.ended' });
		}
		if (!renewal.mayAsk(hub)) {
			return over({ code: 'signIn.host', origin: new URL(hub).origin });
		}
		try {
			const app = { clientId, hub };
			const answer = await client.refresh(app, refreshToken, new AbortController().signal);
			const renewed = sessionOf(answer, { app, scopes, now: now(), refreshToken });
			await this.keep(slot, renewed).catch(() => undefined);
			return renewed;
		} catch (error) {
			if (error instanceof OAuthRefusal && error.code === 'invalid_grant') {
				return (await this.otherResult(slot, refreshToken)) ?? over({ code: 'signIn.ended' });
			}
			return over(
				error instanceof OAuthRefusal
					? problemOfRefusal(error)
					: error instanceof ProblemError
						? error.problem
						: { code: 'unexpected', detail: 'The sign-in could not be renewed.' },
			);
		}
	}

	/** An access token that still has a few minutes is good for now; it is tried again with the next use. */
	private unlessOver(session: OAuthSession, problem: Problem, { refused }: Renewal): OAuthSession {
		if (session.expiresAt > this.options.now() && session.accessToken !== refused) {
			return session;
		}
		throw new ProblemError(problem);
	}

	/** The refresh token was used already: by another window, which may be about to store what it got for it. */
	private async otherResult(slot: string, refreshToken: string): Promise<OAuthSession | undefined> {
		for (let look = 0; look < LOOKS; look++) {
			const session = await this.read(slot);
			if (session?.refreshToken !== refreshToken) {
				return session;
			}
			await this.options.pause(LOOK);
		}
		return undefined;
	}

	/**
	 * A slot that was emptied meanwhile stays empty, for its token may have been removed in another window. It may also be the
	 * keyring's failing, so the session is kept in memory until the slot has a value again.
	 */
	private async keep(slot: string, session: OAuthSession): Promise<void> {
		this.unsaved.set(slot, session);
		const stored = await this.stored(slot);
		if (!stored) {
			return;
		}
		if (stored.issuedAt <= session.issuedAt) {
			await this.options.vault.store(slot, formatSession(session));
		}
		this.unsaved.delete(slot);
	}

	private async stored(slot: string): Promise<OAuthSession | undefined> {
		const secret = await this.options.vault.get(slot);
		return secret === undefined ? undefined : readSession(secret);
	}

	private isFresh({ expiresAt, accessToken }: OAuthSession, { refused }: Renewal): boolean {
		return expiresAt - this.options.now() > MARGIN && accessToken !== refused;
	}
}
