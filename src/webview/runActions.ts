import type { RunAction } from '../shared/protocol';
import type { RunView } from '../shared/run';
import { TAKEN_ALONG } from '../shared/takenAlong';

type OfferedAction = Exclude<RunAction, 'reveal' | 'removeAll'>;

/** What is done most stands in the bar; the rest is in the menu, whose words are those of the commands in the manifest. */
const BUTTONS = {
	stop: { label: 'Stop', icon: 'debug-stop' },
	goOn: { label: 'Continue', icon: 'debug-continue' },
	copy: { label: 'Copy', icon: 'copy' },
	insert: { label: 'Insert at Cursor', icon: 'insert' },
	replace: { label: 'Replace Selection', icon: 'replace' },
	runAgain: { label: 'Run Again', icon: 'debug-rerun' },
	runWith: { label: 'Run with Another Model…', icon: 'arrow-swap' },
	change: { label: 'Change and Run…', icon: 'edit' },
	open: 'menu',
	save: 'menu',
	attach: 'menu',
	compare: 'menu',
	copyCode: 'menu',
	export: 'menu',
	remove: 'menu',
} as const satisfies Readonly<Record<OfferedAction, Omit<ActionButton, 'action'> | 'menu'>>;

/** A button on a result: what it does, what it is called, and its codicon. */
export interface ActionButton {
	readonly action: OfferedAction;
	readonly label: string;
	readonly icon: string;
}

/** What can be done with a run: its buttons in their order, and what is in the menu behind the last one. */
export interface OfferedActions {
	readonly bar: readonly ActionButton[];
	readonly menu: readonly OfferedAction[];
}

/** `hasAnswer`: something has arrived that can be taken elsewhere; `isCompared`: beside others. */
export function runActions(run: RunView, hasAnswer: boolean, isCompared = false): OfferedActions {
	const isRunning = run.state.type === 'running';
	const hasText = !run.output || TAKEN_ALONG[run.output.kind].file !== undefined;
	const isOffered: Readonly<Record<OfferedAction, boolean>> = {
		stop: isRunning,
		goOn: hasAnswer && canGoOn(run),
		copy: hasAnswer && hasText,
		insert: hasAnswer && !isRunning && run.canInsert,
		replace: hasAnswer && !isRunning && run.canReplace,
		runAgain: !isRunning,
		runWith: !isRunning,
		// What is said in a chat is changed where it stands.
		change: !isRunning && run.task !== 'conversational',
		open: hasAnswer && hasText && !isRunning,
		save: hasAnswer && hasText && !isRunning,
		attach: hasAnswer && hasText && !isRunning,
		compare: !isRunning && run.parent === undefined && !isCompared,
		copyCode: !isRunning,
		export: !isRunning,
		remove: !isRunning,
	};
	const bar: ActionButton[] = [];
	const menu: OfferedAction[] = [];
	for (const action of Object.keys(BUTTONS) as OfferedAction[]) {
		const button = BUTTONS[action];
		if (isOffered[action] && button === 'menu') {
			menu.push(action);
		} else if (isOffered[action] && button !== 'menu') {
			bar.push({ action, ...button });
		}
	}
	return { bar, menu };
}

/** A chat's answer that is not whole can be gone on with. */
function canGoOn({ task, state }: RunView): boolean {
	return (
		task === 'conversational' &&
		(state.type === 'stopped' ||
			state.type === 'failed' ||
			(state.type === 'finished' && state.reason === 'length'))
	);
}
