import { abilityWords } from '../../ui/tokenWords';
import type { TokenAnswer } from '../answers/tokenAnswer';
import type { TokenFinding } from '../findings/tokenFinding';
import type { TokenPlace } from '../placeOf';
import { ageFindings } from './ageFindings';

/** A token that was asked about. */
export interface CheckedToken {
	/** As part of a sentence. */
	readonly name: string;
	readonly place: TokenPlace;
	readonly tokenId?: string;
	/** What the command line has stored it as, where it does not use it. */
	readonly section?: string;
	readonly renewsItself?: true;
}

/** What the Hub's answer about one token comes to. */
export function tokenFindings(
	token: CheckedToken,
	answer: TokenAnswer,
	now: number,
	remindAfterDays: number,
): readonly TokenFinding[] {
	const { name, place, tokenId, section, renewsItself } = token;
	const of = { name, place, ...(tokenId !== undefined && { tokenId }) };
	switch (answer.state) {
		case 'works': {
			const { facts, checkedAt } = answer;
			return [
				{ ...of, kind: 'tokens.works', role: facts.role, abilities: abilityWords(facts), checkedAt },
				...(renewsItself ? [] : ageFindings({ ...facts, ...of }, now, remindAfterDays)),
			];
		}
		case 'refused':
			return section === undefined
				? [{ ...of, kind: 'tokens.refused' }]
				: [{ name, kind: 'tokens.storedRefused', section }];
		case 'expired':
			if (section === undefined) {
				return [{ ...of, kind: 'tokens.expired' }];
			}
			// One that is renewed as soon as the command line uses it is nothing to tell of.
			return answer.isRenewedByCli ? [] : [{ name, kind: 'tokens.storedRefused', section }];
		case 'signInEnded':
			return [{ ...of, kind: 'tokens.signInEnded' }];
		case 'unreadable':
			// What stands elsewhere and is no token is told where tokens come from.
			return place === 'vault' ? [{ ...of, kind: 'tokens.unreadable', problem: answer.problem }] : [];
		case 'unchecked': {
			const { problem, known } = answer;
			return [{ ...of, kind: 'tokens.unchecked', problem, ...(known && { checkedAt: known.checkedAt }) }];
		}
		case 'gone':
			return [];
	}
}
