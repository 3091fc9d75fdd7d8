import type { Permission } from '../../shared/permission';
import { permits, type Rights } from '../../tokens/permits';
import type { GoalFinding } from '../findings/goalFinding';

/** A token as the goal sees it: its name as part of a sentence, and what is known of its rights. */
export interface GoalToken {
	readonly name: string;
	readonly tokenId?: string;
	readonly rights?: Rights | undefined;
}

/** Wide roles, for which there is something narrower that would do. */
const NARROWER: ReadonlySet<Permission> = new Set<Permission>(['inference', 'hub.read', 'hub.gated']);

/** Whether the token in use may do what is wanted; if not, whether another one of the vault's may. */
export function goalFindings(
	goal: Permission,
	used: GoalToken | undefined,
	others: readonly GoalToken[],
): readonly GoalFinding[] {
	if (!used) {
		return [{ kind: 'goal.noToken', goal }];
	}
	const { name, rights } = used;
	switch (rights && permits(rights, goal)) {
		case undefined:
			return [{ kind: 'goal.unknown', goal, name }];
		case true:
			return [
				{ kind: 'goal.can', goal, name },
				...(rights?.role === 'write' && NARROWER.has(goal)
					? [{ kind: 'goal.tooMuch' as const, goal, name }]
					: []),
			];
		case false: {
			const other = others.find(one => one.rights && permits(one.rights, goal) === true);
			return other?.tokenId === undefined
				? [{ kind: 'goal.cannot', goal, name }]
				: [{ kind: 'goal.another', goal, name, other: other.name, otherId: other.tokenId }];
		}
	}
}
