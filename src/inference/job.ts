import type { LeftJob } from '../shared/run';
import type { Ticket } from './queues';

/** How a job stands, as the user is told; `refused`: the provider has not taken it on. */
export type JobStage = 'queued' | 'cancelling' | 'refused' | LeftJob;

/** A job in a provider's queue. */
export interface Job {
	readonly ticket: Ticket;
	/** Those of the request that began it. */
	readonly headers: RequestInit['headers'];
	readonly onStage: (stage: JobStage) => void;
}
