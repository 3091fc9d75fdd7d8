/** Whether a provider may answer a request with the ticket of a job that can be cancelled. */
export function cancelsJobs(provider: string, url: string): boolean {
	return Object.hasOwn(CANCELLING, provider) && CANCELLING[provider]?.(new URL(url)) === true;
}

/** The providers of whose queues `queues.ts` knows how a job is cancelled. */
const CANCELLING: Readonly<Record<string, (url: URL) => boolean>> = {
	// What does not go to its queue is made while the connection is open.
	'fal-ai': ({ searchParams }) => searchParams.get('_subdomain') === 'queue',
	replicate: () => true,
	wavespeed: () => true,
};
