/** What a provider may answer with: the ticket of a job that it cancels when it is told to, or of one that nobody can take back. */
export type Jobs = 'cancellable' | 'final';

/** Which jobs a provider takes at an address; none where what is asked for is made while the connection is open. */
export function jobsAt(provider: string, url: string): Jobs | undefined {
	return Object.hasOwn(JOBS, provider) ? JOBS[provider]?.(new URL(url)) : undefined;
}

/** The providers whose queues `queues.ts` knows. */
const JOBS: Readonly<Record<string, (url: URL) => Jobs | undefined>> = {
	'fal-ai': ({ searchParams }) => (searchParams.get('_subdomain') === 'queue' ? 'cancellable' : undefined),
	replicate: () => 'cancellable',
	wavespeed: () => 'cancellable',
	together: ({ pathname }) => (pathname.endsWith('/v2/videos') ? 'final' : undefined),
	novita: ({ pathname }) => (pathname.includes('/v3/async/') ? 'final' : undefined),
	'zai-org': ({ pathname }) => (pathname.includes('/v4/async/') ? 'final' : undefined),
};
