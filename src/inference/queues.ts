import { isRecord } from '../util/isRecord';

type Json = Readonly<Record<string, unknown>>;

/** How far a job is: `failed` with the provider's own sentence. */
export type JobState = 'pending' | 'done' | { readonly failed: string };

/** A job that a provider has taken on, and how to ask for it, at the router. */
export interface Ticket {
	readonly statusUrl: string;
	/** Where the result is; where there is none, it comes with the status. */
	readonly resultUrl?: string;
	/** Milliseconds between two questions, as the client package has it. */
	readonly interval: number;
	state(status: Json): JobState;
	/** How the provider is told that nobody waits for the job any more; absent where it has no route for that. */
	readonly cancel?: { readonly method: 'PUT' | 'POST' | 'DELETE'; readonly url: string };
}

/**
 * The ticket in a provider's first answer, or nothing where that is the result already. The client package has the same routes but
 * asks with the global `fetch`, past our way out; of replicate it does not ask at all, so that a job that takes longer than a minute
 * counts as a malformed answer; and it cancels none. What a provider says of addresses is believed of the path only.
 */
export function ticketIn(provider: string, url: string, answer: unknown): Ticket | undefined {
	const read = Object.hasOwn(QUEUES, provider) ? QUEUES[provider] : undefined;
	return isRecord(answer) ? read?.(answer, new URL(url)) : undefined;
}

const QUEUES: Readonly<Record<string, (first: Json, url: URL) => Ticket | undefined>> = {
	'fal-ai': ({ request_id: id, response_url: response }, { origin, search }) => {
		const path = pathOf(response);
		return typeof id === 'string' && path !== undefined
			? {
					statusUrl: `${origin}/fal-ai${path}/status${search}`,
					resultUrl: `${origin}/fal-ai${path}${search}`,
					interval: 500,
					state: ({ status }) => stateOf(status, ['COMPLETED'], ['FAILED', 'ERROR']),
					// https://docs.fal.ai/model-endpoints/queue
					cancel: { method: 'PUT', url: `${origin}/fal-ai${path}/cancel${search}` },
				}
			: undefined;
	},
	replicate: ({ status, urls }, { origin }) => {
		const path = isRecord(urls) ? pathOf(urls.get) : undefined;
		return path !== undefined && (status === 'starting' || status === 'processing')
			? {
					statusUrl: `${origin}/replicate${path}`,
					interval: 1000,
					state: job =>
						stateOf(job.status, ['succeeded', 'successful'], ['failed', 'canceled', 'aborted'], job.error),
					// https://replicate.com/docs/reference/http#predictions.cancel
					cancel: { method: 'POST', url: `${origin}/replicate${path}/cancel` },
				}
			: undefined;
	},
	wavespeed: ({ data }, { origin }) => {
		const path = isRecord(data) && isRecord(data.urls) ? pathOf(data.urls.get) : undefined;
		return path === undefined
			? undefined
			: {
					statusUrl: `${origin}/wavespeed${path}`,
					interval: 500,
					state: ({ data: job }) =>
						isRecord(job) ? stateOf(job.status, ['completed'], ['failed'], job.error) : 'pending',
					// https://wavespeed.ai/docs/delete-task
					cancel: { method: 'DELETE', url: `${origin}/wavespeed${path.replace(/\/result$/, '')}` },
				};
	},
	together: ({ id }, { origin, pathname }) =>
		typeof id === 'string' && pathname.endsWith('/v2/videos')
			? {
					statusUrl: `${origin}${pathname}/${encodeURIComponent(id)}`,
					interval: 2000,
					state: job => stateOf(job.status, ['completed'], ['failed', 'cancelled'], messageIn(job.error)),
				}
			: undefined,
	novita: ({ task_id: id }, { origin }) =>
		typeof id === 'string'
			? {
					statusUrl: `${origin}/novita/v3/async/task-result?task_id=${encodeURIComponent(id)}`,
					interval: 500,
					state: ({ task }) =>
						isRecord(task)
							? stateOf(task.status, ['TASK_STATUS_SUCCEED'], ['TASK_STATUS_FAILED'], task.reason)
							: 'pending',
				}
			: undefined,
	'zai-org': ({ id, task_status: status }, { origin }) =>
		typeof id === 'string' && typeof status === 'string'
			? {
					statusUrl: `${origin}/zai-org/api/paas/v4/async-result/${encodeURIComponent(id)}`,
					interval: 5000,
					state: job => stateOf(job.task_status, ['SUCCESS'], ['FAIL']),
				}
			: undefined,
};

function stateOf(
	status: unknown,
	done: readonly string[],
	failed: readonly string[],
	error?: unknown,
): JobState {
	if (typeof status !== 'string') {
		return 'pending';
	}
	return done.includes(status)
		? 'done'
		: failed.includes(status)
			? { failed: typeof error === 'string' && error !== '' ? error : 'The provider could not do the job.' }
			: 'pending';
}

function pathOf(url: unknown): string | undefined {
	return typeof url === 'string' && URL.canParse(url) ? new URL(url).pathname : undefined;
}

function messageIn(error: unknown): unknown {
	return isRecord(error) ? error.message : error;
}
