import type { LeftJob } from '../shared/run';
import type { Ticket } from './queues';

/** How a job stands, as the user is told. */
export type JobStage = 'queued' | 'cancelling' | LeftJob;

/** A job in a provider's queue. */
export interface Job {
	readonly ticket: Ticket;
	/** Those of the request that began it. */
	readonly headers: RequestInit['headers'];
	readonly onStage: (stage: JobStage) => void;
}
