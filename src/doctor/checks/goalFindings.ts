import type { Permission } from '../../shared/permission';
import { permits, type Rights } from '../../tokens/permits';
import type { ToldFacts, TokenAnswer } from '../answers/tokenAnswer';
import type { GoalFinding } from '../findings/goalFinding';
import type { TokenPlace } from '../placeOf';
import { payersOf } from '../../tokens/canBill';
import type { Need } from '../../tokens/tokenForNeed';

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
	need: Need,
	token: GoalToken,
	answer: TokenAnswer,
	others: readonly OtherToken[],
): readonly GoalFinding[] {
	const { permission, on } = need;
	const wanted = wantedBy(need);
	const able = others.find(
		({ rights }) => permits(rights, permission, on) === true && cannotPay(rights, need) === undefined,
	);
	const other = able && { other: able.name, otherId: able.tokenId };
	const { name, place, tokenId } = token;
	const of = { name, place, ...(tokenId !== undefined && { tokenId }) };
	const cannot: readonly GoalFinding[] = [
		other ? { kind: 'goal.another', ...wanted, name, ...other } : { kind: 'goal.cannot', ...wanted, name },
	];
	const isKnownNotTo = (known: ToldFacts | undefined) =>
		known && permits(known.facts, permission, on) === false;
	// As in a run, who cannot pay comes first: no token of the account would help.
	const unpaid = ({ facts }: ToldFacts): readonly GoalFinding[] | undefined => {
		const payer = cannotPay(facts, need);
		return payer === undefined ? undefined : [{ kind: 'goal.cannotPay', ...wanted, name, on: payer }];
	};
	switch (answer.state) {
		case 'works':
			return unpaid(answer) ?? (isKnownNotTo(answer) ? cannot : allowed(need, token, answer.facts));
		case 'refused':
		case 'expired':
		case 'signInEnded':
			return [{ ...of, ...other, kind: 'goal.refused', ...wanted, how: answer.state }];
		case 'unreadable':
			return [{ ...of, ...other, kind: 'goal.unreadable', ...wanted, problem: answer.problem }];
		case 'unchecked': {
			const { problem, known } = answer;
			return isKnownNotTo(known)
				? cannot
				: [
						{
							kind: 'goal.unasked',
							...wanted,
							name,
							problem,
							...(known && { checkedAt: known.checkedAt }),
						},
					];
		}
		case 'gone':
			return [{ kind: 'goal.noToken', ...wanted }];
	}
}

/** What is wanted, as findings have it. */
export function wantedBy({ permission, on }: Need): { readonly goal: Permission; readonly on?: string } {
	return { goal: permission, ...(on !== undefined && { on }) };
}

/** Who is to pay and cannot, as far as the account's organisations are known. */
function cannotPay({ user, organisations }: Rights, { on }: Need): string | undefined {
	const pays = on === undefined || on === user || !organisations || payersOf({ organisations }).includes(on);
	return pays ? undefined : on;
}

function allowed(need: Need, { name, insteadOf }: GoalToken, rights: Rights): readonly GoalFinding[] {
	const wanted = wantedBy(need);
	const { permission, on } = need;
	if (permits(rights, permission, on) === undefined) {
		return [{ kind: 'goal.unknown', ...wanted, name }];
	}
	return [
		{ kind: 'goal.can', ...wanted, name, ...(insteadOf !== undefined && { insteadOf }) },
		...((rights.role === 'write' || rights.role === 'admin') && NARROWER.has(permission)
			? [{ kind: 'goal.tooMuch' as const, ...wanted, name }]
			: []),
	];
}
