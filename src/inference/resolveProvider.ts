import type { Credential } from '../net/credential';
import { problemOfRepo } from '../net/problemOfRepo';
import type { Task } from '../shared/task';
import { isRecord } from '../util/isRecord';
import { ProblemError } from '../util/problemError';
import { chooseProvider } from './chooseProvider';
import { getJson } from './getJson';
import { modelUrl } from './modelUrl';
import { providerMapping, type ProviderEntry } from './providerMapping';
import { servesTask } from './servesTask';
import type { Services } from './services';

export interface ProviderQuestion {
	readonly model: string;
	readonly task: Task;
	/** A policy or a provider's name. */
	readonly policy: string;
	readonly credential: Credential;
	readonly signal: AbortSignal;
	/** Whether our client can call a provider for a task. */
	readonly canCall: (provider: string, task: Task) => boolean;
}

/** How many providers are offered in the place of one that does not serve the model. */
const MOST_OFFERED = 3;

/**
 * Asks the Hub, with the user's token, who serves a model now, and chooses by the policy. The client package would look it
 * up without a token (which fails for private models), ignore the status, and keep the answer for ever for all tokens.
 */
export async function resolveProvider(
	services: Services,
	{ model, task, policy, credential, signal, canCall }: ProviderQuestion,
): Promise<ProviderEntry> {
	const url = modelUrl(services.endpoints.hub, model);
	url.search = 'expand[]=inferenceProviderMapping';
	const body = await getJson(services, {
		url,
		credential,
		signal,
		refusal: facts =>
			problemOfRepo(facts, model, true) ??
			(facts.status === 404 ? { code: 'repo.notFound', repo: model, signedIn: true } : undefined),
	});
	const live = providerMapping(isRecord(body) ? body.inferenceProviderMapping : undefined);
	const serving = live.filter(entry => servesTask(entry, task) && canCall(entry.provider, task));
	const chosen = chooseProvider(policy, serving, services.preferredProviders());
	if (chosen) {
		return chosen;
	}
	if (live.length > 0 && !live.some(entry => servesTask(entry, task))) {
		throw new ProblemError({ code: 'model.wrongTask', model, task });
	}
	const named = serving.length > 0 || live.some(({ provider }) => provider === policy);
	throw new ProblemError({
		code: 'model.noProvider',
		model,
		unsent: true,
		...(named && { provider: policy }),
		...(serving.length > 0 && { servedBy: serving.slice(0, MOST_OFFERED).map(({ provider }) => provider) }),
	});
}
