import { isRecord } from '../util/isRecord';
import type { Job } from './job';
import { readWholeBody } from './readWholeBody';
import type { Line } from './withLine';

/** In bytes: a few words are expected. */
const LARGEST_ANSWER = 100_000;

/**
 * Tells a provider that nobody waits for a job any more, with the same token and for the same payer as it was begun: what it has
 * begun, a provider charges for, whether somebody asks for it or not. Never fails; what became of it is told.
 */
export async function leaveJob(line: Line, { ticket, headers, onStage }: Job): Promise<void> {
	const { cancel } = ticket;
	if (!cancel) {
		onStage('noCancelling');
		return;
	}
	onStage('cancelling');
	const own = new Headers(headers);
	// There is no body.
	own.delete('Content-Type');
	try {
		const response = await line.sendLast(cancel.url, { method: cancel.method, headers: own });
		const answer = new TextDecoder().decode(await readWholeBody(response, LARGEST_ANSWER));
		// Of a job that is done already, replicate says that, with a status of 200.
		onStage(response.ok && !isDone(answer) ? 'cancelled' : 'notCancelled');
	} catch {
		onStage('notCancelled');
	}

	function isDone(answer: string): boolean {
		try {
			const body: unknown = JSON.parse(answer);
			return isRecord(body) && ticket.state(body) === 'done';
		} catch {
			return false;
		}
	}
}
