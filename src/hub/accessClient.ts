import { askedWith } from '../net/askedWith';
import { callerKey } from '../net/callerKey';
import type { Credential, CredentialSource } from '../net/credential';
import type { Endpoints } from '../net/endpoints';
import { openOperation } from '../net/openOperation';
import type { Operation } from '../net/operation';
import type { RateLimits } from '../net/rateLimits';
import { toProblem } from '../net/toProblem';
import type { Permission } from '../shared/permission';
import type { Problem, ProblemCode } from '../shared/problem';
import type { AccessState } from '../shared/repoAccess';
import type { RepoRef } from '../shared/repoType';
import { isRecord } from '../util/isRecord';
import { isRepoId } from '../util/isRepoId';
import { ProblemError } from '../util/problemError';
import { problemOf } from '../util/problemOf';
import { timeoutSignal } from '../util/timeoutSignal';
import type { HubAccess, RequestAnswer, RequestPage, RequestStatus } from './hubAccess';
import { parseAccessRequest } from './parseAccessRequest';
import { problemOfHubAnswer } from './problemOfHubAnswer';

/** Milliseconds for a whole operation, its answer's body included. */
const DEADLINE = 60_000;

export interface HubAccessOptions {
	/** Asked anew for every operation, so that a changed setting counts at once. */
	readonly endpoints: () => Endpoints;
	readonly credentials: CredentialSource;
	/** What is known of the Hub's rate limits. */
	readonly limits: RateLimits;
	/** Milliseconds that a whole operation may take; default 60,000. */
	readonly deadline?: number;
}

/** Access to gated repos, by the routes that the client package has no calls for. */
export function createHubAccess(options: HubAccessOptions): HubAccess {
	return new AccessClient(options);
}

/** One request about a repo. `path` is the part after the Hub's address, or a whole address that the Hub gave. */
interface Question {
	readonly path: string;
	readonly repo: RepoRef;
	readonly permission: Permission;
	readonly signal: AbortSignal;
	readonly init?: RequestInit;
}

class AccessClient implements HubAccess {
	constructor(private readonly options: HubAccessOptions) {}

	async access(repo: RepoRef, signal: AbortSignal): Promise<AccessState> {
		try {
			if (!(await this.isGated(repo, signal))) {
				return 'open';
			}
		} catch (error) {
			return stateOf(error);
		}
		return (await this.reaches(repo, signal)) ? this.probe(repo, signal) : this.withoutReach(repo, signal);
	}

	requests(repo: RepoRef, status: RequestStatus, signal: AbortSignal): Promise<RequestPage> {
		return this.requestPage(`${pathOf(repo)}/user-access-request/${status}`, repo, signal);
	}

	async answer(repo: RepoRef, user: string, answer: RequestAnswer, signal: AbortSignal): Promise<void> {
		const { status } = answer;
		const reason = answer.status === 'rejected' ? answer.reason : undefined;
		await this.ask(
			{
				path: `${pathOf(repo)}/user-access-request/handle`,
				repo,
				permission: 'hub.write',
				signal,
				init: {
					method: 'POST',
					headers: { 'Content-Type': 'application/json' },
					body: JSON.stringify({ user, status, ...(reason !== undefined && { rejectionReason: reason }) }),
				},
			},
			async response => response.body?.cancel(),
		);
	}

	/** What is public about a repo says whether it has a gate, to everybody who may know of it. */
	private async isGated(repo: RepoRef, signal: AbortSignal): Promise<boolean> {
		const question: Question = {
			path: `${pathOf(repo)}?expand[]=gated`,
			repo,
			permission: 'hub.read',
			signal,
		};
		const body = await this.ask(question, readJson);
		return isRecord(body) && (body.gated === 'auto' || body.gated === 'manual');
	}

	/** Whether the token that would be taken may read gated repos at all, as far as it is known. */
	private async reaches(repo: RepoRef, signal: AbortSignal): Promise<boolean> {
		try {
			await this.options.credentials('hub.gated', signal, repo.id);
			return true;
		} catch (error) {
			if (problemOf(error).code === 'token.permission') {
				return false;
			}
			throw error;
		}
	}

	/** Its user's own request is worth knowing all the same; being let in does not help such a token. */
	private async withoutReach(repo: RepoRef, signal: AbortSignal): Promise<AccessState> {
		const state = await this.probe(repo, signal, 'hub.read');
		return state === 'granted' || state === 'request' ? 'scope' : state;
	}

	private async probe(
		repo: RepoRef,
		signal: AbortSignal,
		permission: 'hub.read' | 'hub.gated' = 'hub.gated',
	): Promise<AccessState> {
		try {
			const question: Question = { path: `${pathOf(repo)}/auth-check`, repo, permission, signal };
			await this.ask(question, async response => response.body?.cancel());
			return 'granted';
		} catch (error) {
			return stateOf(error);
		}
	}

	private async requestPage(path: string, repo: RepoRef, signal: AbortSignal): Promise<RequestPage> {
		const { body, nextUrl } = await this.ask(
			{ path, repo, permission: 'hub.write', signal },
			async response => ({
				body: await readJson(response),
				nextUrl: nextOf(response.headers.get('Link') ?? ''),
			}),
		);
		if (!Array.isArray(body)) {
			throw new ProblemError({ code: 'protocol', detail: 'The Hub did not list any requests.' });
		}
		const requests = (body as readonly unknown[])
			.map(parseAccessRequest)
			.filter(request => request !== undefined);
		return {
			requests,
			...(nextUrl !== undefined && {
				next: (next: AbortSignal) => this.requestPage(nextUrl, repo, next),
			}),
		};
	}

	/** Makes one request and reads its answer. Whatever goes wrong is a `ProblemError`. */
	private async ask<T>(question: Question, read: (response: Response) => Promise<T>): Promise<T> {
		const { path, repo, permission, signal, init } = question;
		const { hub } = this.options.endpoints();
		const credential = await this.options.credentials(permission, signal, repo.id);
		const milliseconds = this.options.deadline ?? DEADLINE;
		const deadline = timeoutSignal(milliseconds);
		const operation = openOperation({
			origins: [new URL(hub).origin],
			credential,
			signal: AbortSignal.any([signal, deadline]),
		});
		const headers = new Headers(init?.headers);
		if (credential) {
			headers.set('Authorization', `Bearer ${credential.value}`);
		}
		try {
			const url = /^https?:/.test(path) ? path : `${hub}${path}`;
			const send = this.options.limits.obeyed(operation.fetch, callerKey(credential));
			const response = await send(url, { ...init, headers });
			if (!response.ok) {
				await response.body?.cancel();
				throw new Error(`The Hub answered ${response.status}`);
			}
			return await read(response);
		} catch (error) {
			if (deadline.aborted && !signal.aborted) {
				const seconds = Math.round(milliseconds / 1000);
				throw new ProblemError({ code: 'network.timeout', host: new URL(hub).host, seconds });
			}
			throw new ProblemError(problemIn(error, operation, { ...question, credential }));
		}
	}
}

function problemIn(
	error: unknown,
	{ last }: Operation,
	{ repo, permission, signal, credential }: Question & { readonly credential: Credential | undefined },
): Problem {
	if (signal.aborted) {
		return { code: 'cancelled' };
	}
	const asked = askedWith(credential, permission);
	return !(error instanceof ProblemError) && last && last.status >= 400
		? problemOfHubAnswer(last, { ...asked, repo: repo.id })
		: toProblem(error, last, asked);
}

async function readJson(response: Response): Promise<unknown> {
	if (!(response.headers.get('Content-Type') ?? '').startsWith('application/json')) {
		await response.body?.cancel();
		throw new ProblemError({ code: 'protocol', detail: 'The answer is not JSON.' });
	}
	return response.json();
}

/** The address behind `rel="next"`. */
function nextOf(link: string): string | undefined {
	return /<(https?:[^>]+)>\s*;\s*rel="next"/.exec(link)?.[1];
}

const STATES: Readonly<Partial<Record<ProblemCode, AccessState>>> = {
	'token.missing': 'signIn',
	'access.gated.signIn': 'signIn',
	'access.gated.request': 'request',
	'access.gated.pending': 'pending',
	'access.gated.rejected': 'rejected',
	'access.disabled': 'disabled',
	'repo.notFound': 'notFound',
};

/** The state that a refusal tells of; any other problem is none, and is thrown on. */
function stateOf(error: unknown): AccessState {
	const problem = problemOf(error);
	const state = STATES[problem.code];
	if (state === undefined) {
		throw error;
	}
	return problem.code === 'access.gated.request' && problem.wasReset ? 'reset' : state;
}

function pathOf({ type, id }: RepoRef): string {
	if (!isRepoId(id)) {
		throw new ProblemError({ code: 'input.invalid', detail: `“${id}” is not the id of a ${type}.` });
	}
	return `/api/${type}s/${id}`;
}
