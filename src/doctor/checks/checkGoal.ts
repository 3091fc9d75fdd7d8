import { originWords, tokenName } from '../../ui/tokenWords';
import { sameOrigin } from '../../tokens/sameOrigin';
import type { Need } from '../../tokens/tokenForNeed';
import type { TokenOrigin } from '../../tokens/resolution';
import type { TokenAnswer } from '../answers/tokenAnswer';
import type { CheckContext } from '../check';
import type { GoalFinding } from '../findings/goalFinding';
import { placeOf } from '../placeOf';
import { goalFindings, wantedBy } from './goalFindings';

/** Whether what the user wants to do is possible with the token that an operation of that kind takes. */
export async function checkGoal(context: CheckContext, signal: AbortSignal): Promise<readonly GoalFinding[]> {
	const { tokens } = context;
	const need = needOf(context);
	const taken = await takenToken(context, signal);
	if (taken === undefined) {
		return [{ kind: 'goal.noToken', ...wantedBy(need) }];
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
	return goalFindings(need, token, answer, others);
}

/** What is paid for by an organisation takes a token that may do it for that one. */
function needOf({ goal, settings }: CheckContext): Need {
	return { permission: goal, ...(goal === 'inference' && { on: settings.billTo }) };
}

/** One that turns out to be refused may leave its place to another one of its account, which is then the one that is meant. */
async function takenToken(
	context: CheckContext,
	signal: AbortSignal,
): Promise<{ readonly origin: TokenOrigin; readonly answer: TokenAnswer } | undefined> {
	const { tokens, answers } = context;
	const need = needOf(context);
	let { origin } = await tokens.resolve(need);
	for (let left = tokens.records.length; origin; left--) {
		const answer = await answers.of(origin, signal);
		const { origin: next } = await tokens.resolve(need);
		if (left <= 0 || (next && sameOrigin(next, origin))) {
			return { origin, answer };
		}
		origin = next;
	}
	return undefined;
}
