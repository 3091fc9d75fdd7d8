import type { Credential } from '../net/credential';
import { omit } from '../util/omit';
import { ProblemError } from '../util/problemError';
import { problemOf } from '../util/problemOf';
import { SharedWork } from '../util/sharedWork';
import { vaultKey } from './originKey';
import type { TokenRecord } from './tokenRecord';
import type { TokenValues } from './tokenValues';

export interface HubVerdictsOptions {
	readonly values: TokenValues;
	/** The origin of the Hub in force. */
	readonly hub: () => string;
	/** Epoch milliseconds. */
	readonly now: () => number;
	readonly update: (id: string, change: Partial<Omit<TokenRecord, 'id'>>) => Promise<void>;
	/** Asks the Hub about a token, and keeps what it says. */
	readonly recheck?: ((record: TokenRecord, signal: AbortSignal) => Promise<unknown>) | undefined;
}

/** For so long what the Hub has said of a token counts, where it speaks against it. Milliseconds. */
const COUNTS_FOR = 60 * 60 * 1000;
/** Before a Hub that could not be asked is tried again. */
const AGAIN = 60 * 1000;

/** What the Hub says of the vault's tokens while they are used. Outside tokens are nobody's records, and change nothing. */
export class HubVerdicts {
	private readonly asking = new SharedWork();
	private readonly askedAt = new Map<string, number>();

	constructor(private readonly options: HubVerdictsOptions) {}

	/** A value that was replaced meanwhile changes nothing; a sign-in is renewed, and is refused only where it is over. */
	async refused({ key, value }: Credential, state: 'invalid' | 'expired'): Promise<void> {
		const { values, now, update } = this.options;
		const refused = values.records.find(({ id }) => vaultKey(id) === key);
		if (!refused || refused.state === state || !this.isOfThisHub(refused)) {
			return;
		}
		if (!(await values.holder(value, refused.id))) {
			return;
		}
		if (!refused.signIn || !(await values.outlives(refused.id, value))) {
			await update(refused.id, { state, checkedAt: now() });
		}
	}

	/** Whatever was refused before, the Hub takes it now. What it may do is as old as it was. */
	async accepted({ key, value }: Credential, askedAt: number): Promise<void> {
		const { values, update } = this.options;
		const accepted = values.records.find(
			({ id, state, checkedAt }) => state !== 'valid' && checkedAt <= askedAt && vaultKey(id) === key,
		);
		if (accepted && (await values.holder(value, accepted.id))) {
			await update(accepted.id, { state: 'valid' });
		}
	}

	/**
	 * Before a token is said to be no good by what is known of it: asks the Hub, where that is not younger than an hour.
	 * Answers with whether the Hub was asked. Throws only where `signal` stopped it: a Hub that cannot be reached says nothing new.
	 */
	async lookAgain(record: TokenRecord, signal: AbortSignal): Promise<boolean> {
		try {
			return await this.asking.run(record.id, signal, shared => this.ask(record, shared));
		} catch (error) {
			throw new ProblemError(problemOf(error));
		}
	}

	private async ask(record: TokenRecord, signal: AbortSignal): Promise<boolean> {
		const { recheck, now } = this.options;
		const { id, checkedAt } = record;
		const last = Math.max(checkedAt, this.askedAt.get(id) ?? -Infinity);
		if (!recheck || now() - last < COUNTS_FOR) {
			return false;
		}
		this.askedAt.set(id, now());
		try {
			await recheck(record, signal);
			return true;
		} catch (error) {
			if (signal.aborted) {
				// Nobody waited for the answer, so nobody has had one.
				this.askedAt.delete(id);
				throw error;
			}
			this.askedAt.set(id, now() - COUNTS_FOR + AGAIN);
			return false;
		}
	}

	/** One Hub's no is no news of a token that another one knows. */
	judged(record: TokenRecord, change: Partial<Omit<TokenRecord, 'id'>>): Partial<Omit<TokenRecord, 'id'>> {
		if (change.state === undefined) {
			return change;
		}
		if (change.state === 'valid') {
			return { hub: this.options.hub(), ...change };
		}
		return this.isOfThisHub(record) ? change : omit(change, 'state', 'checkedAt');
	}

	private isOfThisHub({ hub }: TokenRecord): boolean {
		return hub === undefined || hub === this.options.hub();
	}
}
