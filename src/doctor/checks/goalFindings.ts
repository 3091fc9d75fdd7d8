import type { Permission } from '../../shared/permission';
import { permits, type Rights } from '../../tokens/permits';
import type { ToldFacts, TokenAnswer } from '../answers/tokenAnswer';
import type { GoalFinding } from '../findings/goalFinding';
import type { TokenPlace } from '../placeOf';

/** The token that an operation takes, by its name as part of a sentence. */
export interface GoalToken {
	readonly name: string;
	readonly place: TokenPlace;
	readonly tokenId?: string;
	/** The token in use, where this one stands in for it. */
	readonly insteadOf?: string;
}

/** Another one of the vault's. */
export interface OtherToken {
	readonly name: string;
	readonly tokenId: string;
	readonly rights: Rights;
}

/** For these, there is something narrower than a token that may write, and it would do. */
const NARROWER: ReadonlySet<Permission> = new Set<Permission>(['inference', 'hub.read', 'hub.gated']);

/** Whether the token that is taken may do what is wanted, and works; if not, whether another one of the vault's may. */
export function goalFindings(
	goal: Permission,
	token: GoalToken,
	answer: TokenAnswer,
	others: readonly OtherToken[],
): readonly GoalFinding[] {
	const able = others.find(({ rights }) => permits(rights, goal) === true);
	const other = able && { other: able.name, otherId: able.tokenId };
	const { name, place, tokenId } = token;
	const of = { name, place, ...(tokenId !== undefined && { tokenId }) };
	const cannot: readonly GoalFinding[] = [
		other ? { kind: 'goal.another', goal, name, ...other } : { kind: 'goal.cannot', goal, name },
	];
	const isKnownNotTo = (known: ToldFacts | undefined) => known && permits(known.facts, goal) === false;
	switch (answer.state) {
		case 'works':
			return isKnownNotTo(answer) ? cannot : allowed(goal, token, answer.facts);
		case 'refused':
		case 'expired':
		case 'signInEnded':
			return [{ ...of, ...other, kind: 'goal.refused', goal, how: answer.state }];
		case 'unreadable':
			return [{ ...of, ...other, kind: 'goal.unreadable', goal, problem: answer.problem }];
		case 'unchecked': {
			const { problem, known } = answer;
			return isKnownNotTo(known)
				? cannot
				: [
						{
							kind: 'goal.unasked',
							goal,
							name,
							problem,
							...(known && { checkedAt: known.checkedAt }),
						},
					];
		}
		case 'gone':
			return [{ kind: 'goal.noToken', goal }];
	}
}

function allowed(goal: Permission, { name, insteadOf }: GoalToken, rights: Rights): readonly GoalFinding[] {
	if (permits(rights, goal) === undefined) {
		return [{ kind: 'goal.unknown', goal, name }];
	}
	return [
		{ kind: 'goal.can', goal, name, ...(insteadOf !== undefined && { insteadOf }) },
		...((rights.role === 'write' || rights.role === 'admin') && NARROWER.has(goal)
			? [{ kind: 'goal.tooMuch' as const, goal, name }]
			: []),
	];
}
