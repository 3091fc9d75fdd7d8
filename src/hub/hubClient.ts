import { modelInfo, whoAmI } from '@huggingface/hub';
import type { Credential, CredentialSource } from '../net/credential';
import type { Endpoints } from '../net/endpoints';
import { openOperation } from '../net/openOperation';
import type { Operation } from '../net/operation';
import { toProblem } from '../net/toProblem';
import type { Problem } from '../shared/problem';
import { isAccessToken } from '../util/isAccessToken';
import { isRepoId } from '../util/isRepoId';
import { ProblemError } from '../util/problemError';
import type { Hub, ModelPage } from './hub';
import type { Identity } from './identity';
import type { ModelQuery, ModelSummary } from './model';
import { parseIdentity } from './parseIdentity';
import { parseModel } from './parseModel';
import { problemOfHubAnswer } from './problemOfHubAnswer';
import { readModelPage } from './readModelPage';

/** The client package's own idea of where the Hub is; it also names it in links. */
const BUILT_IN_HUB = 'https://huggingface.co';
/** Milliseconds for a whole operation, its answer's body included. */
const DEADLINE = 60_000;

export interface HubOptions {
	/** Asked anew for every operation, so that a changed setting counts at once. */
	readonly endpoints: () => Endpoints;
	readonly credentials: CredentialSource;
	/** Milliseconds that a whole operation may take; default 60,000. */
	readonly deadline?: number;
}

/** The Hub, over the client package. A stored token that the Hub refuses is a problem, never a reason to ask without one. */
export function createHub(options: HubOptions): Hub {
	return new HubClient(options);
}

/** One operation, ready for the client package. */
interface Way {
	readonly hubUrl: string;
	readonly accessToken?: string;
	readonly fetch: typeof fetch;
}

class HubClient implements Hub {
	constructor(private readonly options: HubOptions) {}

	async whoAmI(token: string, signal: AbortSignal): Promise<Identity> {
		if (!isAccessToken(token)) {
			throw new ProblemError({ code: 'token.format', detail: 'This is not a Hugging Face access token.' });
		}
		const credential = { value: token, name: '', origins: [this.hubOrigin] };
		return this.ask({ credential, signal }, async way =>
			parseIdentity(await whoAmI({ ...way, accessToken: token })),
		);
	}

	models(query: ModelQuery, signal: AbortSignal): Promise<ModelPage> {
		return this.page(query, undefined, signal);
	}

	async model(id: string, signal: AbortSignal): Promise<ModelSummary> {
		if (!isRepoId(id)) {
			throw new ProblemError({ code: 'input.invalid', detail: `“${id}” is not the id of a model.` });
		}
		const credential = await this.credential(signal);
		try {
			return await this.ask({ credential, signal, repo: id }, async way => {
				const answer = await modelInfo({
					...way,
					name: id,
					additionalFields: ['inferenceProviderMapping'],
				});
				return parseModel(answer) ?? unreadable();
			});
		} catch (error) {
			if (credential && error instanceof ProblemError && error.problem.code === 'token.invalid') {
				await this.verify(credential, signal);
				throw new ProblemError({ code: 'repo.notFound', repo: id, signedIn: true });
			}
			throw error;
		}
	}

	private async page(query: ModelQuery, url: string | undefined, signal: AbortSignal): Promise<ModelPage> {
		const credential = await this.credential(signal);
		const { models, nextUrl } = await this.ask({ credential, signal }, way => readModelPage(query, url, way));
		return { models, ...(nextUrl && { next: (next: AbortSignal) => this.page(query, nextUrl, next) }) };
	}

	/** The Hub answers 401 about a repo for a bad token and for a repo that one may not see; only asking tells which. */
	private async verify(credential: Credential, signal: AbortSignal): Promise<void> {
		await this.ask({ credential, signal }, way => whoAmI({ ...way, accessToken: credential.value }));
	}

	private async ask<T>(question: Question, work: (way: Way) => Promise<T>): Promise<T> {
		const { credential, signal } = question;
		const { hub } = this.options.endpoints();
		const deadline = AbortSignal.timeout(this.options.deadline ?? DEADLINE);
		const operation = openOperation({
			origins: [this.hubOrigin],
			rewrite: { [BUILT_IN_HUB]: hub },
			credential,
			signal: AbortSignal.any([signal, deadline]),
		});
		try {
			return await work({
				hubUrl: hub,
				...(credential && { accessToken: credential.value }),
				fetch: operation.fetch,
			});
		} catch (error) {
			throw new ProblemError(this.problem(error, operation, { ...question, deadline }));
		}
	}

	private problem(
		error: unknown,
		{ last }: Operation,
		{ credential, signal, repo, deadline }: Question & { readonly deadline: AbortSignal },
	): Problem {
		if (signal.aborted) {
			return { code: 'cancelled' };
		}
		if (deadline.aborted) {
			const seconds = Math.round((this.options.deadline ?? DEADLINE) / 1000);
			return { code: 'network.timeout', host: new URL(this.hubOrigin).host, seconds };
		}
		const asked = {
			permission: 'hub.read' as const,
			signedIn: credential !== undefined,
			...(credential?.name && { tokenName: credential.name }),
		};
		if (!(error instanceof ProblemError) && last && last.status >= 400) {
			return problemOfHubAnswer(last, { ...asked, ...(repo !== undefined && { repo }) });
		}
		return toProblem(error, last, asked);
	}

	private get hubOrigin(): string {
		return new URL(this.options.endpoints().hub).origin;
	}

	private credential(signal: AbortSignal): Promise<Credential | undefined> {
		return this.options.credentials('hub.read', signal);
	}
}

/** Who asks, until when, and about which repo. */
interface Question {
	readonly credential: Credential | undefined;
	readonly signal: AbortSignal;
	readonly repo?: string;
}

function unreadable(): never {
	throw new ProblemError({ code: 'protocol', detail: 'The Hub’s answer has no repo id.' });
}
