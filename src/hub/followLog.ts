import { setTimeout as delay } from 'node:timers/promises';
import type { Problem } from '../shared/problem';
import { ProblemError } from '../util/problemError';
import { LogPlace } from './logPlace';
import type { LogEvent } from './parseLogEvent';

const LONGEST_PAUSE = 30_000;
/** Times that opening a log again may fail, one after another. */
const MOST_FAILURES = 8;
/** What passes by itself. A log in which nothing is written for minutes ends with a timeout. */
const PASSING: ReadonlySet<Problem['code']> = new Set([
	'network.timeout',
	'network.offline',
	'server',
	'rateLimited',
]);

export interface LogSource {
	/** Sends the log from its beginning, and then what comes; answers when the log is there. */
	readonly open: (signal: AbortSignal) => Promise<AsyncIterable<LogEvent>>;
	/** Whether more can be written to the log. */
	readonly goesOn: (signal: AbortSignal) => Promise<boolean>;
	/** Milliseconds before it is opened again; twice as many each time that nothing new has come, up to half a minute. */
	readonly pause: number;
}

/**
 * The lines of a log, each once, for as long as more can be written to it: where it breaks off or ends before, it is opened again.
 * What fails at first is said at once.
 */
export async function* followLog(source: LogSource, signal: AbortSignal): AsyncIterable<string> {
	const place = new LogPlace();
	let pause = source.pause;
	let events: AsyncIterable<LogEvent> | undefined = await source.open(signal);
	while (events) {
		try {
			for await (const event of events) {
				if (place.pass(event)) {
					pause = source.pause;
					yield event.line;
				}
			}
		} catch (error) {
			throwLasting(error);
		}
		events = await openAgain({ ...source, pause }, signal);
		place.restart();
		pause = Math.min(pause * 2, LONGEST_PAUSE);
	}
}

/** Nothing where the log has come to its end. */
async function openAgain(
	{ open, goesOn, pause }: LogSource,
	signal: AbortSignal,
): Promise<AsyncIterable<LogEvent> | undefined> {
	for (let failures = 0; ;) {
		try {
			if (!(await goesOn(signal))) {
				return undefined;
			}
			if (failures === 0) {
				await wait(pause, signal);
			}
			return await open(signal);
		} catch (error) {
			throwLasting(error);
			if (++failures === MOST_FAILURES) {
				throw error;
			}
			await wait(pause * 2 ** failures, signal);
		}
	}
}

async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
	try {
		await delay(Math.min(milliseconds, LONGEST_PAUSE), undefined, { signal });
	} catch {
		throw new ProblemError({ code: 'cancelled' });
	}
}

function throwLasting(error: unknown): void {
	if (!(error instanceof ProblemError) || !PASSING.has(error.problem.code)) {
		throw error;
	}
}
