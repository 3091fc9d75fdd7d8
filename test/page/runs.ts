import type { RunView } from '../../src/shared/run';

const STARTED = Date.UTC(2026, 5, 1, 12, 0, 0);

/** A finished chat about a selection; `own` says what is different. */
export function run(own: Partial<RunView> = {}): RunView {
	return {
		id: 'run-1',
		task: 'conversational',
		title: 'Explain',
		model: 'Qwen/Qwen3-8B',
		provider: 'nscale',
		input: 'def retry(times, wait):\n    """Call again after a failure."""\n',
		source: { fileName: 'retry.py', languageId: 'python', firstLine: 12, lastLine: 31 },
		startedAt: STARTED,
		state: { type: 'finished', reason: 'stop' },
		canInsert: true,
		canReplace: true,
		...own,
	};
}

/** A chat that has just begun. */
export function runningChat(own: Partial<RunView> = {}): RunView {
	return run({ state: { type: 'running' }, startedAt: Date.now(), ...own });
}

export function chat(content: string, own: Partial<RunView> = {}, reasoning = ''): RunView {
	return run({ output: { kind: 'chat', content, reasoning }, ...own });
}
