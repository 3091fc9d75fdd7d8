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
	/** Answers when somebody reads the log: until then, it is not opened again. */
	readonly wanted?: ((signal: AbortSignal) => Promise<void>) | undefined;
	/** Milliseconds before it is opened again; twice as many each time that nothing new has come, up to half a minute. */
	readonly pause: number;
}

/** How a log has ended. */
interface End {
	/** Why it broke off; nothing where it came to an end of its own. */
	readonly broke?: ProblemError;
	/** Whether anything new had come. */
	readonly isFurther: boolean;
}

/**
 * The lines of a log, each once, for as long as more can be written to it: where it breaks off or ends before, it is opened again.
 * One that is complete but was cut is opened for its rest. What fails at first is said at once.
 *
 * That a log comes from its beginning each time and in the same order is what `huggingface_hub` builds on as well:
 * `HfApi.fetch_space_logs` (1.29.0.dev0, `hf_api.py`, `_stream_sse_events`) opens it again without a place to go on from, and leaves
 * out as many events as it has had. Each is `{"data": …, "timestamp": …}`; an empty `data:` keeps the connection alive.
 */
export async function* followLog(source: LogSource, signal: AbortSignal): AsyncIterable<string> {
	const place = new LogPlace();
	let pause = source.pause;
	let events: AsyncIterable<LogEvent> | undefined = await source.open(signal);
	while (events) {
		let isFurther = false;
		let broke: ProblemError | undefined;
		try {
			for await (const event of events) {
				if (place.pass(event)) {
					isFurther = true;
					pause = source.pause;
					yield event.line;
				}
			}
		} catch (error) {
			broke = passing(error);
		}
		events = await openAgain({ ...source, pause }, { isFurther, ...(broke && { broke }) }, signal);
		place.restart();
		pause = Math.min(pause * 2, LONGEST_PAUSE);
	}
}

/** Nothing where the log has come to its end. */
async function openAgain(
	{ open, goesOn, wanted, pause }: LogSource,
	end: End,
	signal: AbortSignal,
): Promise<AsyncIterable<LogEvent> | undefined> {
	// Silence means that all has come. A cut does not, and the rest is asked for while there is some.
	const cut = end.broke?.problem.code === 'network.timeout' ? undefined : end.broke;
	for (let failures = 0; ;) {
		try {
			await untilWanted(wanted, signal);
			if ((await goesOn(signal)) || (cut && end.isFurther)) {
				await wait(failures === 0 ? pause : 0, signal);
				await untilWanted(wanted, signal);
				return await open(signal);
			}
		} catch (error) {
			const problem = passing(error);
			if (++failures === MOST_FAILURES) {
				throw problem;
			}
			await wait(pause * 2 ** failures, signal);
			continue;
		}
		if (cut) {
			throw cut;
		}
		return undefined;
	}
}

async function untilWanted(wanted: LogSource['wanted'], signal: AbortSignal): Promise<void> {
	try {
		await wanted?.(signal);
	} catch {
		throw new ProblemError({ code: 'cancelled' });
	}
}

async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
	try {
		await delay(Math.min(milliseconds, LONGEST_PAUSE), undefined, { signal });
	} catch {
		throw new ProblemError({ code: 'cancelled' });
	}
}

/** An error that passes by itself; throws any other. */
function passing(error: unknown): ProblemError {
	if (!(error instanceof ProblemError) || !PASSING.has(error.problem.code)) {
		throw error;
	}
	return error;
}
