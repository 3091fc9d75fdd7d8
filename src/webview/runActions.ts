import type { RunAction } from '../shared/protocol';
import type { RunView } from '../shared/run';

/** A button on a result: what it does, what it is called, and its codicon. */
export interface ActionButton {
	readonly action: Exclude<RunAction, 'reveal'>;
	readonly label: string;
	readonly icon: string;
}

const BUTTONS = {
	stop: { label: 'Stop', icon: 'debug-stop' },
	runAgain: { label: 'Run Again', icon: 'debug-rerun' },
	runWith: { label: 'Run with Another Model…', icon: 'arrow-swap' },
	copy: { label: 'Copy', icon: 'copy' },
	insert: { label: 'Insert at Cursor', icon: 'insert' },
	replace: { label: 'Replace Selection', icon: 'replace' },
	open: { label: 'Open as Document', icon: 'go-to-file' },
	remove: { label: 'Remove', icon: 'trash' },
} as const satisfies Record<ActionButton['action'], Omit<ActionButton, 'action'>>;

const ORDER: ReadonlyArray<ActionButton['action']> = [
	'stop',
	'copy',
	'insert',
	'replace',
	'open',
	'runAgain',
	'runWith',
	'remove',
];

/** The buttons of a run, in their order. `hasAnswer`: something has arrived that can be taken elsewhere. */
export function runActions(run: RunView, hasAnswer: boolean): readonly ActionButton[] {
	const isRunning = run.state.type === 'running';
	const isOffered: Record<ActionButton['action'], boolean> = {
		copy: hasAnswer,
		insert: hasAnswer && !isRunning && run.canInsert,
		replace: hasAnswer && !isRunning && run.canReplace,
		open: hasAnswer && !isRunning,
		runAgain: !isRunning,
		runWith: !isRunning,
		remove: !isRunning,
		stop: isRunning,
	};
	return ORDER.filter(action => isOffered[action]).map(action => ({ action, ...BUTTONS[action] }));
}
