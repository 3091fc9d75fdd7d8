import { tokenAge } from '../../tokens/tokenAge';
import type { TokenRecord } from '../../tokens/tokenRecord';
import type { TokenFinding } from '../findings/tokenFinding';
import type { TokenPlace } from '../placeOf';

/** A token that the Hub takes, and what is known of its dates, in epoch milliseconds. */
type Dated = Partial<Pick<TokenRecord, 'createdAt' | 'addedAt' | 'expiresAt' | 'signIn'>> & {
	readonly name: string;
	readonly tokenId?: string;
	readonly place: TokenPlace;
};

/** What the dates of a token say, by the same measures as in the Tokens view. */
export function ageFindings(token: Dated, now: number, remindAfterDays: number): readonly TokenFinding[] {
	const { name, tokenId, place, createdAt, addedAt, expiresAt } = token;
	const of = { name, place, ...(tokenId !== undefined && { tokenId }) };
	const age = tokenAge(token, now, remindAfterDays);
	switch (age?.kind) {
		case 'ending':
			return expiresAt === undefined
				? []
				: [{ ...of, kind: 'tokens.expiresSoon', expiresAt, days: age.days }];
		case 'old':
			return [{ ...of, kind: 'tokens.old', since: createdAt ?? addedAt ?? now, days: age.days }];
		// One that is over is refused, which is told.
		case 'ended':
		case undefined:
			return [];
	}
}
