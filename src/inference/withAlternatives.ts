import type { Problem, ProblemOf } from '../shared/problem';
import type { ModelOffers } from './modelOffers';
import type { RouterCatalogue } from './routerCatalogue';
import type { RunRequest } from './runRequest';
import { similarModels } from './similarModels';
import { timeoutSignal } from '../util/timeoutSignal';

/** How many providers, or models, are offered in the place of another. */
const MOST = 3;
/** Milliseconds that a run which has failed already waits for them. */
const PATIENCE = 5_000;

/** Where other models and providers are known from. */
interface Sources {
	readonly catalogue: Pick<RouterCatalogue, 'remembered'>;
	readonly offers: Pick<ModelOffers, 'offers'>;
}

/** A model's missing provider, with those that do serve it and with models that can be run in its place, as far as they are known. */
export async function withAlternatives(
	problem: Problem,
	request: RunRequest,
	sources: Sources,
	signal: AbortSignal,
): Promise<Problem> {
	if (problem.code !== 'model.noProvider') {
		return problem;
	}
	return request.task === 'conversational'
		? ofChat(problem, request, sources)
		: ofTask(problem, request, sources, signal);
}

/** From what the router has said before: nobody is asked. */
async function ofChat(
	problem: ProblemOf<'model.noProvider'>,
	{ model }: RunRequest,
	{ catalogue }: Sources,
): Promise<Problem> {
	const known = (await catalogue.remembered()) ?? [];
	const servedBy = (known.find(({ id }) => id === model)?.providers ?? [])
		.map(({ provider }) => provider)
		.filter(provider => provider !== problem.provider)
		.slice(0, MOST);
	const served = known.filter(({ providers }) => providers.length > 0).map(({ id }) => id);
	const similar = similarModels(model, served);
	return {
		...problem,
		...(servedBy.length > 0 && { servedBy }),
		...(similar.length > 0 && { similar }),
	};
}

/** Of the models that the Hub lists for the task, those of the same family, then the ones that are best known. */
async function ofTask(
	problem: ProblemOf<'model.noProvider'>,
	{ task, model }: RunRequest,
	{ offers }: Sources,
	signal: AbortSignal,
): Promise<Problem> {
	const within = AbortSignal.any([signal, timeoutSignal(PATIENCE)]);
	const served = await offers.offers(task, '', within).catch(() => []);
	const models = [...new Set(served.map(offer => offer.model))].filter(other => other !== model);
	const similar = [...new Set([...similarModels(model, models), ...models])].slice(0, MOST);
	return similar.length > 0 ? { ...problem, similar } : problem;
}
