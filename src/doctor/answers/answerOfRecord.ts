import type { TokenRecord } from '../../tokens/tokenRecord';
import { problemOf } from '../../util/problemOf';
import type { DoctorDeps } from '../doctorDeps';
import type { ToldFacts, TokenAnswer } from './tokenAnswer';

/** Asks the Hub about a token of the vault. Throws only where that was stopped. */
export async function answerOfRecord(
	{ tokens, checkRecord }: Pick<DoctorDeps, 'tokens' | 'checkRecord'>,
	record: TokenRecord,
	signal: AbortSignal,
): Promise<TokenAnswer> {
	try {
		const { state, problem } = await checkRecord(record, signal);
		const checked = tokens.records.find(({ id }) => id === record.id);
		if (checked === undefined) {
			return { state: 'gone' };
		}
		return state === 'unreadable' || state === 'malformed'
			? {
					state: 'unreadable',
					problem: problem ?? { code: 'token.keyring', detail: 'It was replaced while it was checked.' },
				}
			: knownAnswer({ ...checked, state });
	} catch (error) {
		const problem = problemOf(error);
		if (signal.aborted || problem.code === 'cancelled') {
			throw error;
		}
		const known = toldFacts(record);
		return { state: 'unchecked', problem, ...(known && { known }) };
	}
}

/** What was said of a token of the vault when it was checked last. */
export function knownAnswer(record: TokenRecord): TokenAnswer {
	switch (record.state) {
		case 'valid':
			return { state: 'works', facts: record, checkedAt: record.checkedAt };
		case 'invalid':
		case 'expired':
			// A sign-in renews itself: where the Hub does not take what it gave, it is over.
			return record.signIn
				? { state: 'signInEnded' }
				: { state: record.state === 'invalid' ? 'refused' : 'expired' };
	}
}

/** One that was recovered from the keyring has no facts yet. */
function toldFacts(record: TokenRecord): ToldFacts | undefined {
	const { state, user, checkedAt } = record;
	return state === 'valid' && user !== '' && checkedAt > 0 ? { facts: record, checkedAt } : undefined;
}
