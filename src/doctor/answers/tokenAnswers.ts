import type { EnvFileToken } from '../../tokens/ambientToken';
import { placeKey } from '../../tokens/placeKey';
import type { TokenReference } from '../../tokens/resolution';
import type { DoctorDeps } from '../doctorDeps';
import { answerOfOutside } from './answerOfOutside';
import { answerOfRecord, knownAnswer } from './answerOfRecord';
import type { TokenAnswer } from './tokenAnswer';

/** Milliseconds for which what the Hub has said about a good token of the vault counts where nobody wants it asked anew. */
const GOOD_FOR = 60 * 60 * 1000;

/** What there is to know about each token, found out once for all checks that one press of a button runs. */
export class TokenAnswers {
	private readonly asking = new Map<string, Promise<TokenAnswer>>();

	/** `fresh`: somebody wants to know how it stands now, so that the Hub is asked whatever is known. */
	constructor(
		private readonly deps: Pick<DoctorDeps, 'tokens' | 'hub' | 'checkRecord' | 'now'>,
		private readonly fresh?: 'fresh',
	) {}

	/** Throws only where `signal` stopped it. */
	of(reference: TokenReference, signal: AbortSignal): Promise<TokenAnswer> {
		return this.once(placeKey(reference), signal, () => this.ask(reference, signal));
	}

	/** Throws only where `signal` stopped it. */
	ofEnvFile({ path, variable, value }: EnvFileToken, signal: AbortSignal): Promise<TokenAnswer> {
		const read = async () => this.deps.tokens.offered(value, '', []);
		return this.once(`envFile/${path}/${variable}`, signal, () =>
			answerOfOutside(this.deps, read, this.fresh, signal),
		);
	}

	private async ask(reference: TokenReference, signal: AbortSignal): Promise<TokenAnswer> {
		const { tokens, now } = this.deps;
		if (reference.kind !== 'vault') {
			return answerOfOutside(this.deps, () => tokens.credentialAt(reference, signal), this.fresh, signal);
		}
		const record = tokens.records.find(({ id }) => id === reference.id);
		if (record === undefined) {
			return { state: 'gone' };
		}
		const { state, checkedAt, user } = record;
		const isYoung = state === 'valid' && user !== '' && now() - checkedAt < GOOD_FOR;
		return !this.fresh && isYoung && (await this.isReadable(reference, signal))
			? knownAnswer(record)
			: answerOfRecord(this.deps, record, signal);
	}

	private async isReadable(reference: TokenReference, signal: AbortSignal): Promise<boolean> {
		try {
			return (await this.deps.tokens.credentialAt(reference, signal)) !== undefined;
		} catch {
			// Why, the check finds out.
			return false;
		}
	}

	private async once(
		key: string,
		signal: AbortSignal,
		ask: () => Promise<TokenAnswer>,
	): Promise<TokenAnswer> {
		const asking = this.asking.get(key);
		if (asking === undefined) {
			const own = ask();
			this.asking.set(key, own);
			return own;
		}
		try {
			return await asking;
		} catch (error) {
			if (signal.aborted) {
				throw error;
			}
			// That the other check was stopped is no reason for this one to be.
			if (this.asking.get(key) === asking) {
				this.asking.delete(key);
			}
			return this.once(key, signal, ask);
		}
	}
}
