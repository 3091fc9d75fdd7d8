import type { FromPage, ToPage } from '../../../../src/shared/protocol';
import type { RunView } from '../../../../src/shared/run';
import { benchAnswer } from '../../../hub/models/benchAnswer';

/** Messages posted before the page has a turn. */
const TURN = 100;

/**
 * Stands in for the host beside the built page: shows a new run, posts so many deltas as fast as they can be posted,
 * each in a message of its own, and ends the run. Resolves with the epoch milliseconds at which the first was posted.
 */
async function benchFeed(id: string, deltas: number): Promise<number> {
	const pieces = Array.from(benchAnswer(deltas, 0).pieces(), ({ text }) => text);
	post({ type: 'run', run: runView(id) });
	post({ type: 'select', id });
	await turn();
	const startedAt = performance.timeOrigin + performance.now();
	for (let from = 0; from < pieces.length; from += TURN) {
		for (const text of pieces.slice(from, from + TURN)) {
			post({ type: 'delta', id, channel: 'content', text });
		}
		await turn();
	}
	post({ type: 'change', id, change: { state: { type: 'finished', reason: 'stop' } } });
	return startedAt;
}

function runView(id: string): RunView {
	return {
		id,
		task: 'conversational',
		title: 'Explain',
		model: 'loopback/bench-stream',
		provider: 'hf-inference',
		input: 'x_deltas',
		startedAt: Date.now(),
		state: { type: 'running' },
		canInsert: true,
		canReplace: true,
	};
}

function post(message: ToPage): void {
	window.postMessage(message, '*');
}

/** Lets the page have a turn. (A timer would wait for four milliseconds after some of them.) */
function turn(): Promise<unknown> {
	const { port1, port2 } = new MessageChannel();
	return new Promise(resolve => {
		port1.onmessage = resolve;
		port2.postMessage(undefined);
	});
}

/** What VS Code gives a page: here, an answer to its first question and nothing more. */
function acquireVsCodeApi() {
	return {
		postMessage: ({ type }: FromPage) =>
			type === 'ready' && post({ type: 'state', runs: [], selected: undefined }),
		getState: () => undefined,
		setState: () => undefined,
	};
}

Object.assign(globalThis, { acquireVsCodeApi, benchFeed });
