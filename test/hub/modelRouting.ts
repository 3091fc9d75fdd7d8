import type { Caller } from './authentication';
import type { ModelRepo, ProviderEntry } from './catalogue/repo';
import { HubError } from './hubError';
import { canSee } from './permissions';
import type { RepoStore } from './repoStore';
import type { Payer } from './routerAccess';

/** A model and the provider that is to answer for it. */
export interface Route {
	readonly model: ModelRepo;
	readonly entry: ProviderEntry;
}

/** Answered by the router in the form of OpenAI: `error` is an object. */
export class ModelNotSupported extends Error {
	constructor(readonly model: string) {
		super(`The requested model '${model}' is not supported by any provider you have enabled.`);
	}

	toResponse(): Response {
		const error = {
			message: this.message,
			type: 'invalid_request_error',
			param: 'model',
			code: 'model_not_supported',
		};
		return Response.json({ error }, { status: 400 });
	}
}

export function deprecated(provider: string): HubError {
	return new HubError(
		410,
		`The requested model is deprecated and no longer supported by provider ${provider}`,
	);
}

/** Splits `owner/name:suffix`; the suffix is a policy or a provider. */
function splitSuffix(model: string): { readonly id: string; readonly suffix: string | undefined } {
	const colon = model.lastIndexOf(':');
	return colon > model.lastIndexOf('/')
		? { id: model.slice(0, colon), suffix: model.slice(colon + 1) }
		: { id: model, suffix: undefined };
}

function best(
	entries: readonly ProviderEntry[],
	score: (entry: ProviderEntry) => number,
): ProviderEntry | undefined {
	return entries.reduce<ProviderEntry | undefined>(
		(chosen, entry) => (chosen === undefined || score(entry) > score(chosen) ? entry : chosen),
		undefined,
	);
}

const fastest = (entry: ProviderEntry) => entry.throughput ?? 0;
const cheapest = (entry: ProviderEntry) => -(entry.pricing?.output ?? Infinity);

/** The provider that `/v1` chooses for `model[:suffix]`. Throws 400 when there is none, 410 when it has given the model up. */
export function autoRoute(store: RepoStore, payer: Payer, requested: string): Route {
	const { id, suffix } = splitSuffix(requested);
	const model = store.get('model', id);
	if (!model || !canSee(payer, model)) {
		throw new ModelNotSupported(requested);
	}
	const chats = model.providers.filter(({ task }) => task === 'conversational');
	const open = chats.filter(({ status, deprecated: isDeprecated }) => status === 'live' && !isDeprecated);
	const order: readonly string[] = payer.account.preferredProviders;
	const preferred = () =>
		order.flatMap(name => open.filter(({ provider }) => provider === name))[0] ?? best(open, fastest);
	const entry =
		suffix === undefined || suffix === 'fastest'
			? best(open, fastest)
			: suffix === 'cheapest'
				? best(open, cheapest)
				: suffix === 'preferred'
					? preferred()
					: chats.find(({ provider }) => provider === suffix);
	if (!entry) {
		throw new ModelNotSupported(requested);
	}
	if (entry.deprecated) {
		throw deprecated(entry.provider);
	}
	return { model, entry };
}

/** The model that a provider knows by `providerId`. Throws what that provider answers to a name that it does not know. */
export function providerRoute(store: RepoStore, caller: Caller, provider: string, providerId: string): Route {
	for (const model of store.list('model')) {
		const entry = model.providers.find(
			candidate => candidate.provider === provider && candidate.providerId === providerId,
		);
		if (entry && canSee(caller, model)) {
			if (entry.deprecated) {
				throw deprecated(provider);
			}
			return { model, entry };
		}
	}
	throw provider === 'hf-inference'
		? new HubError(404, `Model ${providerId} does not exist`)
		: new HubError(400, `Model not supported by provider ${provider}`);
}
