import type { Permission } from '../../shared/permission';
import type { Remedy } from '../../ui/remedy';
import { good, note, trouble, warning, type WordTable } from '../findingWords';
import type { GoalFinding } from '../findings/goalFinding';
import { ADD_TOKEN, onToken, SWITCH_TOKEN } from '../remedies';

/** What a user may want to do, in the order in which it is offered, and the words for it. */
export const GOALS: Readonly<Record<Permission, string>> = {
	inference: 'run models',
	'hub.read': 'read repos',
	'hub.gated': 'read gated repos',
	'hub.write': 'write to repos',
	jobs: 'start Jobs',
};

export const GOAL_WORDS: WordTable<GoalFinding> = {
	'goal.noToken': ({ goal }) =>
		goal === 'hub.read'
			? good(
					'Public repos can be read.',
					'That needs no token. Private ones need a token that may read them.',
				)
			: trouble(
					`Without a token you cannot ${GOALS[goal]}.`,
					'Add one that may, or create it on the Hub.',
					ADD_TOKEN,
					create(goal),
				),
	'goal.can': ({ goal, name }) => good(`You can ${GOALS[goal]}.`, `${capital(name)} may do that.`),
	'goal.cannot': ({ goal, name }) =>
		trouble(
			`You cannot ${GOALS[goal]}.`,
			`${capital(name)} was created without that permission, and no other token here has it. Create one that has it.`,
			create(goal),
			ADD_TOKEN,
		),
	'goal.another': ({ goal, name, other, otherId }) =>
		warning(
			`The token used here does not let you ${GOALS[goal]}.`,
			`${capital(name)} was created without that permission; ${other} has it.`,
			onToken('Use That Token', 'hfWorkbench.useToken', otherId),
			SWITCH_TOKEN,
		),
	'goal.unknown': ({ goal, name }) =>
		note(
			`Whether you can ${GOALS[goal]} is not known.`,
			`The Hub does not tell what ${name} may do. Trying it tells.`,
		),
	'goal.tooMuch': ({ goal, name }) =>
		note(
			'The token may do more than that.',
			`To ${GOALS[goal]} takes less than ${name} may do. A token that can do less is worth less to whoever finds it.`,
			create(goal),
		),
};

function create(goal: Permission): Remedy {
	return {
		label: 'Create Token on the Hub',
		command: 'hfWorkbench.createToken',
		args: [{ permission: goal }],
	};
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
