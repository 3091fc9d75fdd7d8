import { whoAmI } from '@huggingface/hub';
import { askedWith } from '../net/askedWith';
import { callerKey } from '../net/callerKey';
import type { Credential, CredentialSource } from '../net/credential';
import type { Endpoints } from '../net/endpoints';
import { openOperation } from '../net/openOperation';
import type { Operation } from '../net/operation';
import { RateLimits } from '../net/rateLimits';
import { toProblem } from '../net/toProblem';
import type { Permission } from '../shared/permission';
import type { Problem } from '../shared/problem';
import { isAccessToken } from '../util/isAccessToken';
import { ProblemError } from '../util/problemError';
import { timeoutSignal } from '../util/timeoutSignal';
import { HubAnswers } from './hubAnswers';
import { Identities } from './identities';
import type { Freshness } from './freshness';
import type { ToldIdentity } from './identity';
import { parseIdentity } from './parseIdentity';
import { problemOfHubAnswer } from './problemOfHubAnswer';

/** The client package's own idea of where the Hub is; it also names it in links. */
const BUILT_IN_HUB = 'https://huggingface.co';
/** Milliseconds for a whole operation, its answer's body included. */
const DEADLINE = 60_000;
const LOG_PAUSE = 1_000;

export interface HubOptions {
	/** Asked anew for every operation, so that a changed setting counts at once. */
	readonly endpoints: () => Endpoints;
	readonly credentials: CredentialSource;
	/** Milliseconds that a whole operation may take; default 60,000. */
	readonly deadline?: number;
	/** Milliseconds before a log that broke off is opened again; default 1,000. */
	readonly logPause?: number;
	/** Hears of a token that the Hub does not take, where that is certain: not of one that a repo is hidden from. */
	readonly onRefused?: (credential: Credential, state: 'invalid' | 'expired') => void;
	/** Hears of a token that the Hub itself has taken, and since when it was asked: what was said meanwhile is younger. */
	readonly onAccepted?: (credential: Credential, askedAt: number) => void;
	/** Epoch milliseconds; default `Date.now`. */
	readonly now?: () => number;
	/** What is known of the Hub's rate limits, where others ask the Hub as well. */
	readonly limits?: RateLimits;
	/** What the Hub has answered, where others ask the Hub as well. */
	readonly answers?: HubAnswers;
}

/** One operation, ready for the client package. */
export interface Way {
	readonly hubUrl: string;
	readonly accessToken?: string;
	readonly fetch: typeof fetch;
}

/** Who asks, until when, and about which repo. */
export interface Question {
	readonly signal: AbortSignal;
	readonly repo?: string;
	/** What of the repo is asked for, where it is a file or a folder. */
	readonly file?: { readonly path: string; readonly revision: string };
	/** Whether it is about a file's content, for which the Hub may send on to its storage of large files. */
	readonly storage?: boolean;
	/** What the token must allow; default `hub.read`. */
	readonly permission?: Permission;
	/** Another origin that may be asked, with the token as well; beside the Hub's own. */
	readonly origin?: string;
	/** For an answer without an end, such as a log: no deadline. */
	readonly endless?: boolean;
}

type Asked = Question & { readonly credential: Credential | undefined };

/** What every call to the Hub goes through: the token, the way out, the rate limit, the cache, and the wording of errors. */
export class HubCaller {
	private readonly limits: RateLimits;
	private readonly answers: HubAnswers;
	private readonly identities: Identities;

	constructor(private readonly options: HubOptions) {
		this.limits = options.limits ?? new RateLimits(options.now);
		this.answers = options.answers ?? new HubAnswers();
		this.identities = new Identities(options.now ?? Date.now);
	}

	get hubUrl(): string {
		return this.options.endpoints().hub;
	}

	get hubOrigin(): string {
		return new URL(this.hubUrl).origin;
	}

	get logPause(): number {
		return this.options.logPause ?? LOG_PAUSE;
	}

	/** Whose a token is; see `Hub`. */
	async whoAmI(credential: Credential, signal: AbortSignal, fresh?: Freshness): Promise<ToldIdentity> {
		const { value } = credential;
		if (!isAccessToken(value)) {
			throw new ProblemError({ code: 'token.format', detail: 'This is not a Hugging Face access token.' });
		}
		const ask = () =>
			this.askAs({ credential, signal }, async way =>
				parseIdentity(await whoAmI({ ...way, accessToken: value })),
			);
		return this.identities.of(`${this.hubOrigin} ${value}`, ask, fresh);
	}

	/** Does one piece of work as whoever is signed in. What goes wrong is a `ProblemError`. */
	async ask<T>(question: Question, work: (way: Way) => Promise<T>): Promise<T> {
		return this.askFor(await this.credentialFor(question), question, work);
	}

	/** What is written to needs the right over just that repo, and what is read may be private to one owner. */
	private credentialFor({
		permission = 'hub.read',
		signal,
		repo,
	}: Question): Promise<Credential | undefined> {
		return this.options.credentials(permission, signal, ...(repo === undefined ? [] : [repo]));
	}

	private async askFor<T>(
		credential: Credential | undefined,
		question: Question,
		work: (way: Way) => Promise<T>,
	): Promise<T> {
		const { signal, repo } = question;
		try {
			return await this.askAs({ ...question, credential }, work);
		} catch (error) {
			// The Hub answers 401 about a repo for a bad token and for a repo that one may not see; only asking tells which.
			if (
				credential &&
				repo !== undefined &&
				error instanceof ProblemError &&
				error.problem.code === 'token.invalid'
			) {
				await this.whoAmI(credential, signal, 'fresh');
				const { missesPrivate } = credential;
				throw new ProblemError({
					code: 'repo.notFound',
					repo,
					signedIn: true,
					...(missesPrivate && { missesPrivate }),
				});
			}
			throw error;
		}
	}

	/** Like `ask`; several that ask for the same thing at the same time get one answer. */
	async askOnce<T>(key: string, question: Question, work: (way: Way) => Promise<T>): Promise<T> {
		const credential = await this.credentialFor(question);
		return this.answers.once(credential, { hub: this.hubUrl, key, signal: question.signal }, shared =>
			this.askFor(credential, { ...question, signal: shared }, work),
		);
	}

	async askAs<T>({ credential, ...question }: Asked, work: (way: Way) => Promise<T>): Promise<T> {
		const { signal, endless = false } = question;
		const hub = this.hubUrl;
		const deadline = endless
			? new AbortController().signal
			: timeoutSignal(this.options.deadline ?? DEADLINE);
		const caller = callerKey(credential);
		const askedAt = (this.options.now ?? Date.now)();
		const operation = openOperation({
			origins: [this.hubOrigin, ...(question.origin === undefined ? [] : [question.origin])],
			rewrite: { [BUILT_IN_HUB]: hub },
			...(question.storage && { storageOf: hub }),
			// Also an answer without an end has to begin.
			...(endless && this.options.deadline !== undefined && { headersTimeout: this.options.deadline }),
			credential,
			signal: AbortSignal.any([signal, deadline]),
		});
		const obeyed = this.limits.obeyed(operation.fetch, caller);
		try {
			const answer = await work({
				hubUrl: hub,
				...(credential && { accessToken: credential.value }),
				// A file's bytes are handed on as they come, and are kept nowhere.
				fetch: question.storage ? obeyed : this.answers.cache.cached(obeyed, caller),
			});
			if (credential && question.origin === undefined && operation.last && operation.last.status < 400) {
				this.options.onAccepted?.(credential, askedAt);
			}
			return answer;
		} catch (error) {
			const asked = { ...question, credential };
			const problem = this.problem(error, operation, { ...asked, deadline });
			this.tell(problem, asked);
			throw new ProblemError(problem);
		}
	}

	/** About a repo, a 401 may mean that the token may not see it. */
	private tell({ code }: Problem, { credential, repo }: Asked): void {
		if (credential && code === 'token.expired') {
			this.options.onRefused?.(credential, 'expired');
		} else if (credential && code === 'token.invalid' && repo === undefined) {
			this.options.onRefused?.(credential, 'invalid');
		}
	}

	private problem(
		error: unknown,
		{ last }: Operation,
		{
			credential,
			signal,
			repo,
			file,
			deadline,
			permission = 'hub.read',
		}: Asked & { readonly deadline: AbortSignal },
	): Problem {
		if (signal.aborted) {
			return { code: 'cancelled' };
		}
		if (deadline.aborted) {
			const seconds = Math.round((this.options.deadline ?? DEADLINE) / 1000);
			return { code: 'network.timeout', host: new URL(this.hubOrigin).host, seconds };
		}
		const asked = askedWith(credential, permission);
		if (!(error instanceof ProblemError) && last && last.status >= 400) {
			return problemOfHubAnswer(last, {
				...asked,
				...(repo !== undefined && { repo }),
				...(file && { file }),
			});
		}
		return toProblem(error, last, asked);
	}
}
