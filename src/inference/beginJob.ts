import type { JobStage } from './job';
import { jobsAt } from './jobsAt';
import { leaveJob } from './leaveJob';
import { ticketIn } from './queues';
import { readResponse, type ResponseBody } from './readResponse';
import type { MediaKind } from './taskDescription';
import type { Line } from './withLine';

/** A request that a provider answers with a ticket, or with what it has made. */
export interface JobRequest {
	readonly provider: string;
	readonly url: string;
	readonly info: RequestInit;
	readonly answer: MediaKind | 'json';
	readonly onStage: (stage: JobStage) => void;
}

/**
 * Asks a provider to begin. Where it takes jobs that can be cancelled, its ticket is waited for even when the line is closed before it
 * has come: without it nobody could tell the provider that the job is not wanted, and it would go on and be charged. What became of
 * it is told then, too.
 */
export async function beginJob(line: Line, request: JobRequest): Promise<ResponseBody> {
	const { provider, url, info, answer, onStage } = request;
	const jobs = jobsAt(provider, url);
	line.signal.throwIfAborted();
	let isRefused = false;
	const read = (response: Response) => {
		isRefused = response.status >= 400 && response.status < 500;
		return readResponse(response, answer);
	};
	const late = async (body: ResponseBody) => {
		const ticket = 'json' in body ? ticketIn(provider, url, body.json) : undefined;
		if (ticket) {
			await leaveJob(line, { ticket, headers: info.headers, onStage });
		} else {
			// What was asked for is made already.
			onStage('notCancelled');
		}
	};
	const lost = () => onStage(isRefused ? 'refused' : 'notCancelled');
	try {
		return jobs === 'cancellable'
			? await line.begin(url, info, { read, late, lost })
			: await read(await line.fetch(url, info));
	} catch (error) {
		if (line.signal.aborted && jobs) {
			onStage(jobs === 'cancellable' ? 'unconfirmed' : 'noCancelling');
		}
		throw error;
	}
}
