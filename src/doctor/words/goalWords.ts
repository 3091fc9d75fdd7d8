import type { Permission } from '../../shared/permission';
import type { Remedy } from '../../ui/remedy';
import { createTokenFor } from '../../ui/createTokenFor';
import { REMEDIES } from '../../ui/remedies';
import { wordProblemWithoutRun } from '../../ui/wordProblemWithoutRun';
import { localTime } from '../../util/localTime';
import { good, note, trouble, warning, type WordTable } from '../findingWords';
import type { GoalFinding } from '../findings/goalFinding';
import { ADD_TOKEN, CHECK_TOKENS, insteadOf, onToken, SIGN_IN, SWITCH_TOKEN } from '../remedies';
import { capital } from '../../util/capital';

/** What a user may want to do, in the order in which it is offered, and the words for it. */
export const GOALS: Readonly<Record<Permission, string>> = {
	inference: 'run models',
	'hub.read': 'read repos',
	'hub.gated': 'read gated repos',
	'hub.write': 'write to repos',
	jobs: 'start Jobs',
};

const HOW: Readonly<Record<Extract<GoalFinding, { kind: 'goal.refused' }>['how'], (name: string) => string>> =
	{
		refused: name => `The Hub refuses ${name}, which would be sent for that.`,
		expired: name => `${capital(name)}, which would be sent for that, has expired.`,
		signInEnded: name => `The sign-in of ${name}, which would be used for that, is over. Sign in again.`,
	};

export const GOAL_WORDS: WordTable<GoalFinding> = {
	'goal.noToken': ({ goal, on }) =>
		goal === 'hub.read'
			? good(
					'Public repos can be read.',
					'That needs no token. Private ones need a token that may read them.',
				)
			: trouble(
					`Without a token you cannot ${doing(goal, on)}.`,
					'Add one that may, or create it on the Hub.',
					ADD_TOKEN,
					createTokenFor(goal, on),
				),
	'goal.can': ({ goal, on, name, insteadOf: used }) =>
		good(
			`You can ${doing(goal, on)}.`,
			used === undefined
				? `${capital(name)} may do that.`
				: `${capital(name)} may do that, and is taken for it instead of ${used}.`,
		),
	'goal.cannot': ({ goal, on, name }) =>
		trouble(
			`You cannot ${doing(goal, on)}.`,
			`${capital(name)} was created without that permission, and no other token here has it. Create one that has it.`,
			createTokenFor(goal, on),
			ADD_TOKEN,
		),
	'goal.cannotPay': ({ goal, on, name }) =>
		trouble(
			`You cannot ${doing(goal, on)}.`,
			`${on} is not among the organizations that can pay for ${name}. Choose who pays, or an account that belongs to it.`,
			REMEDIES.billTo,
			CHECK_TOKENS,
			SWITCH_TOKEN,
		),
	'goal.another': ({ goal, on, name, other, otherId }) =>
		warning(
			`The token used here does not let you ${doing(goal, on)}.`,
			`${capital(name)} was created without that permission; ${other} has it.`,
			onToken('Use That Token', 'hfWorkbench.useToken', otherId),
			SWITCH_TOKEN,
		),
	'goal.refused': ({ goal, on, name, how, other, ...lying }) =>
		trouble(
			`You cannot ${doing(goal, on)}.`,
			`${HOW[how](name)}${other === undefined ? '' : ` ${capital(other)} works, and may do that.`}`,
			...use(lying.otherId),
			...(how === 'signInEnded' ? [SIGN_IN] : insteadOf({ tokenId: lying.tokenId, place: lying.place })),
		),
	'goal.unreadable': ({ goal, on, name, place, tokenId, problem, otherId }) => {
		const { explanation } = wordProblemWithoutRun(problem);
		return trouble(
			`You cannot ${doing(goal, on)}.`,
			`There is no value of ${name} that could be sent. ${explanation}`,
			...use(otherId),
			...insteadOf({ tokenId, place }),
		);
	},
	'goal.unasked': ({ goal, on, name, problem, checkedAt }) => {
		const { title, explanation, remedies } = wordProblemWithoutRun(problem);
		const before =
			checkedAt === undefined ? '' : ` When it was last asked, ${localTime(checkedAt)}, that was possible.`;
		return warning(
			`Whether you can ${doing(goal, on)} could not be checked.`,
			`The Hub could not be asked about ${name}. ${title} ${explanation}${before}`,
			...remedies,
			CHECK_TOKENS,
		);
	},
	'goal.unknown': ({ goal, on, name }) =>
		note(
			`Whether you can ${doing(goal, on)} is not known.`,
			`The Hub does not tell what ${name} may do. Trying it tells; of a token that is created for it, it is known.`,
			createTokenFor(goal, on),
			SWITCH_TOKEN,
		),
	'goal.tooMuch': ({ goal, on, name }) =>
		note(
			'The token may do more than that.',
			`To ${doing(goal, on)} takes less than ${name} may do. A token that can do less is worth less to whoever finds it.`,
			createTokenFor(goal, on),
		),
};

/** What is wanted, and who is to pay for it. */
function doing(goal: Permission, on: string | undefined): string {
	return on === undefined ? GOALS[goal] : `${GOALS[goal]} at the expense of ${on}`;
}

function use(otherId: string | undefined): readonly Remedy[] {
	return otherId === undefined ? [] : [onToken('Use That Token', 'hfWorkbench.useToken', otherId)];
}
