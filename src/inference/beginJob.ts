import { cancelsJobs } from './cancelsJobs';
import type { JobStage } from './job';
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
 * has come: without it nobody could tell the provider that the job is not wanted, and it would go on and be charged.
 */
export async function beginJob(line: Line, request: JobRequest): Promise<ResponseBody> {
	const { provider, url, info, answer, onStage } = request;
	const read = (response: Response) => readResponse(response, answer);
	if (!cancelsJobs(provider, url)) {
		return read(await line.fetch(url, info));
	}
	line.signal.throwIfAborted();
	const late = async (body: ResponseBody) => {
		const ticket = 'json' in body ? ticketIn(provider, url, body.json) : undefined;
		if (ticket) {
			await leaveJob(line, { ticket, headers: info.headers, onStage: () => undefined });
		}
	};
	try {
		return await line.begin(url, info, { read, late });
	} catch (error) {
		if (line.signal.aborted) {
			onStage('unconfirmed');
		}
		throw error;
	}
}
