import { originWords, tokenName } from '../../ui/tokenWords';
import { sameOrigin } from '../../tokens/sameOrigin';
import type { TokenOrigin } from '../../tokens/resolution';
import type { TokenAnswer } from '../answers/tokenAnswer';
import type { CheckContext } from '../check';
import type { GoalFinding } from '../findings/goalFinding';
import { placeOf } from '../placeOf';
import { goalFindings } from './goalFindings';

/** Whether what the user wants to do is possible with the token that an operation of that kind takes. */
export async function checkGoal(context: CheckContext, signal: AbortSignal): Promise<readonly GoalFinding[]> {
	const { tokens, goal } = context;
	const taken = await takenToken(context, signal);
	if (taken === undefined) {
		return [{ kind: 'goal.noToken', goal }];
	}
	const { origin, answer } = taken;
	const { origin: used } = await tokens.resolve();
	const others = tokens.records
		.filter(({ id, state }) => state === 'valid' && !(origin.kind === 'vault' && origin.id === id))
		.map(record => ({ name: tokenName(record), tokenId: record.id, rights: record }));
	const token = {
		name: originWords(origin),
		place: placeOf(origin),
		...(origin.kind === 'vault' && { tokenId: origin.id }),
		...(used && !sameOrigin(origin, used) && { insteadOf: originWords(used) }),
	};
	return goalFindings(goal, token, answer, others);
}

/** One that turns out to be refused may leave its place to another one of its account, which is then the one that is meant. */
async function takenToken(
	{ tokens, goal, answers }: CheckContext,
	signal: AbortSignal,
): Promise<{ readonly origin: TokenOrigin; readonly answer: TokenAnswer } | undefined> {
	let { origin } = await tokens.resolve({ permission: goal });
	for (let left = tokens.records.length; origin; left--) {
		const answer = await answers.of(origin, signal);
		const { origin: next } = await tokens.resolve({ permission: goal });
		if (left <= 0 || (next && sameOrigin(next, origin))) {
			return { origin, answer };
		}
		origin = next;
	}
	return undefined;
}
