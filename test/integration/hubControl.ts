import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../hub/fault';
import { testHub } from './testHub';

interface TrafficCounts {
	readonly openConnections: number;
	readonly openRequests: number;
	readonly openStreams: number;
	readonly requests: ReadonlyArray<{ readonly path: string; readonly stream?: { readonly deltas: number } }>;
}

/** Makes the next request whose path matches go wrong at the loopback Hub. */
export async function planFault(path: string, fault: Fault): Promise<void> {
	await control('POST', 'faults', { match: { path }, fault });
}

/** Forgets every fault and every request. */
export async function resetHub(): Promise<void> {
	await control('POST', 'reset');
}

/** Resolves once the loopback Hub's books say so. */
export async function untilTraffic(predicate: (traffic: TrafficCounts) => boolean): Promise<void> {
	for (;;) {
		const answer = await control('GET', 'traffic');
		if (predicate((await answer.json()) as TrafficCounts)) {
			return;
		}
		await pause(20);
	}
}

async function control(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response> {
	const answer = await fetch(`${testHub().origin}/__control/${path}`, {
		method,
		...(body !== undefined && {
			body: JSON.stringify(body),
			headers: { 'content-type': 'application/json' },
		}),
	});
	if (!answer.ok) {
		throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
	}
	return answer;
}
