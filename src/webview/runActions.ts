import type { OutputKind } from '../shared/output';
import type { RunAction } from '../shared/protocol';
import type { RunView } from '../shared/run';

/** A button on a result: what it does, what it is called, and its codicon. */
export interface ActionButton {
	readonly action: Exclude<RunAction, 'reveal' | 'removeAll'>;
	readonly label: string;
	readonly icon: string;
}

const BUTTONS = {
	goOn: { label: 'Continue', icon: 'debug-continue' },
	stop: { label: 'Stop', icon: 'debug-stop' },
	runAgain: { label: 'Run Again', icon: 'debug-rerun' },
	runWith: { label: 'Run with Another Model…', icon: 'arrow-swap' },
	change: { label: 'Change and Run…', icon: 'edit' },
	copyCode: { label: 'Copy as Code…', icon: 'code' },
	copy: { label: 'Copy', icon: 'copy' },
	insert: { label: 'Insert at Cursor', icon: 'insert' },
	replace: { label: 'Replace Selection', icon: 'replace' },
	open: { label: 'Open as Document', icon: 'go-to-file' },
	save: { label: 'Save…', icon: 'save' },
	compare: { label: 'Compare with Other Models…', icon: 'split-horizontal' },
	export: { label: 'Export Run…', icon: 'export' },
	remove: { label: 'Remove', icon: 'trash' },
} as const satisfies Record<ActionButton['action'], Omit<ActionButton, 'action'>>;

const ORDER: ReadonlyArray<ActionButton['action']> = [
	'stop',
	'goOn',
	'copy',
	'insert',
	'replace',
	'open',
	'save',
	'runAgain',
	'runWith',
	'change',
	'compare',
	'copyCode',
	'export',
	'remove',
];

/** Which outputs can be copied, opened and saved as text; the others have buttons of their own for what they are. */
const HAS_TEXT: Readonly<Record<OutputKind, boolean>> = {
	text: true,
	chat: true,
	labels: true,
	spans: true,
	fills: true,
	answer: true,
	vector: true,
	similarity: true,
	table: true,
	image: false,
	boxes: true,
	masks: true,
	audio: false,
	transcript: true,
	video: false,
	json: true,
};

/** The buttons of a run, in their order. `hasAnswer`: something has arrived that can be taken elsewhere; `isCompared`: beside others. */
export function runActions(run: RunView, hasAnswer: boolean, isCompared = false): readonly ActionButton[] {
	const isRunning = run.state.type === 'running';
	const hasText = !run.output || HAS_TEXT[run.output.kind];
	const isOffered: Record<ActionButton['action'], boolean> = {
		goOn: hasAnswer && canGoOn(run),
		copy: hasAnswer && hasText,
		insert: hasAnswer && !isRunning && run.canInsert,
		replace: hasAnswer && !isRunning && run.canReplace,
		open: hasAnswer && hasText && !isRunning,
		save: hasAnswer && hasText && !isRunning,
		runAgain: !isRunning,
		runWith: !isRunning,
		// What is said in a chat is changed where it stands.
		copyCode: !isRunning,
		change: !isRunning && run.task !== 'conversational',
		compare: !isRunning && run.parent === undefined && !isCompared,
		export: !isRunning,
		remove: !isRunning,
		stop: isRunning,
	};
	return ORDER.filter(action => isOffered[action]).map(action => ({ action, ...BUTTONS[action] }));
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
