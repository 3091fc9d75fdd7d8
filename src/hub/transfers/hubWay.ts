import type { AnswerCache } from '../../net/answerCache';
import { answerText } from '../../net/answerText';
import { askedWith } from '../../net/askedWith';
import { callerKey } from '../../net/callerKey';
import type { Credential, CredentialSource } from '../../net/credential';
import type { Endpoints } from '../../net/endpoints';
import { openOperation } from '../../net/openOperation';
import type { AnswerFacts, TransferOperation } from '../../net/operation';
import type { RateLimits } from '../../net/rateLimits';
import { toProblem } from '../../net/toProblem';
import type { Permission } from '../../shared/permission';
import type { Problem } from '../../shared/problem';
import type { RepoRef } from '../../shared/repoType';
import { ProblemError } from '../../util/problemError';
import { timeoutSignal } from '../../util/timeoutSignal';
import type { HubAnswers } from '../hubAnswers';
import { problemOfHubAnswer } from '../problemOfHubAnswer';

export interface HubWayOptions {
	/** Asked anew for every operation, so that a changed setting counts at once. */
	readonly endpoints: () => Endpoints;
	readonly credentials: CredentialSource;
	/** What is known of the Hub's rate limits. */
	readonly limits: RateLimits;
	/** What the Hub has answered. */
	readonly answers: HubAnswers;
	/** Milliseconds until headers must have come, and without a byte until a line counts as dead; default 30,000. */
	readonly patience?: number;
}

/** One operation about a repo, open for any number of requests. */
export interface HubWay {
	readonly hub: string;
	readonly accessToken?: string;
	/** To be sent to the Hub and nowhere else; the way out sees to that. */
	readonly headers: Readonly<Record<string, string>>;
	readonly operation: TransferOperation;
	readonly signal: AbortSignal;
	readonly patience: number;
}

/** About which repo, with what right, until when. */
export interface RepoQuestion {
	readonly repo: RepoRef;
	readonly permission: Permission;
	readonly signal: AbortSignal;
	/** Whether it is about bytes, for which the Hub may send on to its storage of large files; what it says itself comes from it alone. */
	readonly storage?: true;
	/** What is written is a pull request to a repo that may be anybody's: the right to write to any one will do. */
	readonly isProposal?: boolean | undefined;
	/** What of the repo is asked for, where it is one file. */
	readonly file?: { readonly path: string; readonly revision: string };
}

type ReadQuestion = Pick<RepoQuestion, 'repo' | 'signal' | 'file'>;

const PATIENCE = 30_000;

/** Opens the way for `work` and closes nothing but its own requests. Whatever fails is a `ProblemError`. */
export async function onHubWay<T>(
	options: HubWayOptions,
	question: RepoQuestion,
	work: (way: HubWay) => Promise<T>,
): Promise<T> {
	const { signal, permission } = question;
	// What is written to needs the right over just that repo, and what is read may be private to one owner.
	const credential = await options.credentials(
		permission,
		signal,
		...(question.isProposal ? [] : [question.repo.id]),
	);
	if (credential === undefined && permission === 'hub.write') {
		throw new ProblemError({ code: 'token.missing', permission });
	}
	return onWayAs(credential, options, question, work);
}

/** What is only read, and is no file's content: several that ask for the same at the same time get one answer. */
export async function readOnHubWay<T>(
	options: HubWayOptions,
	{ key, ...question }: ReadQuestion & { readonly key: string },
	work: (way: HubWay) => Promise<T>,
): Promise<T> {
	const { signal, repo } = question;
	const permission = 'hub.read';
	const { answers } = options;
	const credential = await options.credentials(permission, signal, repo.id);
	const asked = { hub: options.endpoints().hub, key: `transfer ${repo.type} ${repo.id} ${key}`, signal };
	return answers.once(credential, asked, own =>
		onWayAs(credential, options, { ...question, permission, signal: own }, work, answers.cache),
	);
}

async function onWayAs<T>(
	credential: Credential | undefined,
	options: HubWayOptions,
	question: RepoQuestion,
	work: (way: HubWay) => Promise<T>,
	cache?: AnswerCache,
): Promise<T> {
	const { signal } = question;
	const { hub } = options.endpoints();
	const patience = options.patience ?? PATIENCE;
	const opened = openOperation({
		origins: [new URL(hub).origin],
		rewrite: { 'https://huggingface.co': hub },
		...(question.storage && { storageOf: hub }),
		credential,
		signal,
		headersTimeout: patience,
	});
	const caller = callerKey(credential);
	const operation = withDeadline(options.limits.around(opened, caller), { caller, patience, cache });
	try {
		return await work({
			hub,
			...(credential && { accessToken: credential.value }),
			headers: credential ? { Authorization: `Bearer ${credential.value}` } : {},
			operation,
			signal,
			patience,
		});
	} catch (error) {
		throw new ProblemError(problemOn(error, operation, { ...question, hub, patience }, credential), {
			cause: error,
		});
	}
}

/** Of what `fetch` is for, small answers, the body must have come by then as well. */
function withDeadline(
	operation: TransferOperation,
	{
		caller,
		patience,
		cache,
	}: { readonly caller: string; readonly patience: number; readonly cache: AnswerCache | undefined },
): TransferOperation {
	const fetchOne: typeof fetch = (input, init) => {
		const deadline = timeoutSignal(2 * patience);
		const signal = init?.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
		return operation.fetch(input, { ...init, signal });
	};
	return {
		fetch: cache?.cached(fetchOne, caller) ?? fetchOne,
		transfer: request => operation.transfer(request),
		get last() {
			return operation.last;
		},
	};
}

function problemOn(
	error: unknown,
	{ last }: TransferOperation,
	{
		signal,
		permission,
		repo,
		file,
		hub,
		patience,
	}: RepoQuestion & { readonly hub: string; readonly patience: number },
	credential: Credential | undefined,
): Problem {
	if (signal.aborted) {
		return { code: 'cancelled' };
	}
	const { host } = new URL(hub);
	if (error instanceof Error && error.name === 'TimeoutError') {
		return { code: 'network.timeout', host, seconds: Math.round((2 * patience) / 1000) };
	}
	const asked = askedWith(credential, permission);
	if (!(error instanceof ProblemError) && last && last.status >= 400) {
		return last.host === host
			? problemOfHubAnswer(last, { ...asked, repo: repo.id, ...(file && { file }) })
			: problemOfStorageAnswer(last);
	}
	return toProblem(error, last, asked);
}

/** The storage gets no token and knows no repo: whatever it refuses says nothing about either. */
function problemOfStorageAnswer(facts: AnswerFacts): Problem {
	const { status, resetSeconds, requestId } = facts;
	if (status === 429) {
		return { code: 'rateLimited', ...(resetSeconds !== undefined && { resetSeconds }) };
	}
	const detail = answerText(facts);
	return {
		code: 'server',
		status,
		...(detail !== undefined && { detail }),
		...(requestId !== undefined && { requestId }),
	};
}

/** A JSON answer of the Hub's own API. */
export async function getJson(way: HubWay, url: string, init?: RequestInit): Promise<unknown> {
	const headers = new Headers(init?.headers);
	for (const [name, value] of Object.entries(way.headers)) {
		headers.set(name, value);
	}
	const response = await way.operation.fetch(url, { ...init, headers });
	if (!response.ok) {
		throw new Error(`The answer has status ${response.status}`);
	}
	return response.json();
}
