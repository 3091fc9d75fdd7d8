import { askedWith } from '../net/askedWith';
import { problemOfAnswer } from '../net/problemOfAnswer';
import type { Problem } from '../shared/problem';
import { isRecord } from '../util/isRecord';
import { ProblemError } from '../util/problemError';
import { askAgain } from './askAgain';
import { ErrorEvent } from './errorEvent';
import type { Job } from './job';
import { leaveJob } from './leaveJob';
import { illegalAnswer } from './outputs/illegalAnswer';
import { readResponse } from './readResponse';
import type { Line } from './withLine';

/** Milliseconds after which a job counts as lost: films take minutes. */
const LONGEST_JOB = 20 * 60_000;

/**
 * Asks for a job until it is done. Where the line is closed before, or nothing has become of it in all that time, the provider is told
 * to cancel it.
 */
export async function awaitResult(line: Line, job: Job): Promise<unknown> {
	const { ticket, onStage } = job;
	onStage('queued');
	const status = await untilDone(line, job);
	return ticket.resultUrl === undefined ? status : question(line, job, ticket.resultUrl);
}

/** The last thing that the provider says of a job: that it is done. */
async function untilDone(line: Line, job: Job): Promise<Readonly<Record<string, unknown>>> {
	const { ticket } = job;
	try {
		for (let waited = 0; waited < LONGEST_JOB; waited += ticket.interval) {
			await line.pause(ticket.interval);
			const status = await question(line, job, ticket.statusUrl);
			if (!isRecord(status)) {
				throw illegalAnswer('the state of a job', status);
			}
			const state = ticket.state(status);
			if (typeof state === 'object') {
				throw new ErrorEvent({ error: state.failed });
			}
			if (state === 'done') {
				return status;
			}
		}
	} catch (error) {
		if (line.signal.aborted) {
			await leaveJob(line, job);
		}
		throw error;
	}
	await leaveJob(line, job);
	throw new ProblemError({
		code: 'network.timeout',
		host: new URL(ticket.statusUrl).host,
		seconds: LONGEST_JOB / 1000,
	});
}

/**
 * Asks about a job. A question that is not answered is asked again: that costs nothing, and what was made would be lost otherwise.
 */
function question(line: Line, { ticket, headers }: Job, url: string): Promise<unknown> {
	return askAgain(line, {
		ask: () => line.fetch(url, { headers: headers ?? {}, signal: line.signal }),
		read: async response => {
			if (!response.ok) {
				throw new ProblemError(problemOfQuestion(line));
			}
			const body = await readResponse(response, 'json');
			return 'json' in body ? body.json : undefined;
		},
		interval: ticket.interval,
	});
}

/** What a status means of a question about a job: nothing about the model or its providers. */
function problemOfQuestion({ operation, credential }: Line): Problem {
	const facts = operation.last ?? { status: 0, host: '' };
	return problemOfAnswer(facts, askedWith(credential, 'inference'));
}
