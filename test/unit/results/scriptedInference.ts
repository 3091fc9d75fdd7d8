import type { Inference, OnLeftJob } from '../../../src/inference/inference';
import type { RunEvent } from '../../../src/inference/runEvent';
import type { RunRequest } from '../../../src/inference/runRequest';

/** One run of a `ScriptedInference`, steered by a test. */
export interface ScriptedRun {
	readonly request: RunRequest;
	readonly signal: AbortSignal;
	/** The run's next event; resolves when it has been taken. */
	say(event: RunEvent): Promise<void>;
	/** Tells what became of a job after the run has ended. */
	readonly leftJob: OnLeftJob;
	/** Ends the stream as it is. */
	close(): Promise<void>;
	/** Breaks the stream with an error, which the real one promises never to do. */
	break(error: Error): Promise<void>;
}

type Step = { readonly event: RunEvent } | { readonly error: Error } | { readonly end: true };

/** Inference whose events a test gives one at a time. A run that is aborted ends with `cancelled`, as the contract says. */
export class ScriptedInference implements Pick<Inference, 'run'> {
	readonly runs: ScriptedRun[] = [];

	get last(): ScriptedRun {
		const run = this.runs.at(-1);
		if (!run) {
			throw new Error('Nothing has been run');
		}
		return run;
	}

	async *run(
		request: RunRequest,
		signal: AbortSignal,
		leftJob: OnLeftJob = () => undefined,
	): AsyncGenerator<RunEvent> {
		const steps: Step[] = [];
		let wake: () => void = () => undefined;
		const give = async (step: Step) => {
			steps.push(step);
			wake();
			// A step is taken in a few turns of the microtask queue; a macrotask later it surely is.
			await new Promise(resolve => setImmediate(resolve));
		};
		this.runs.push({
			request,
			signal,
			leftJob,
			say: event => give({ event }),
			close: () => give({ end: true }),
			break: error => give({ error }),
		});
		signal.addEventListener('abort', () => wake());
		for (;;) {
			const step = steps.shift();
			if (signal.aborted) {
				yield { type: 'failed', problem: { code: 'cancelled' }, metrics: { durationMs: 1 } };
				return;
			}
			if (!step) {
				await new Promise<void>(resolve => (wake = resolve));
			} else if ('event' in step) {
				yield step.event;
			} else if ('error' in step) {
				throw step.error;
			} else {
				return;
			}
		}
	}
}
