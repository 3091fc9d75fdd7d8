import type { Credential } from '../net/credential';
import { isAccessToken } from '../util/isAccessToken';
import { isRepoId } from '../util/isRepoId';
import { ProblemError } from '../util/problemError';
import { loadInputs } from './inputs/loadInputs';
import type { TaskInputs } from './inputs/taskInputs';
import { isProviderName } from './isProviderName';
import { type ParameterValues, readParameters } from './parameters';
import { isPolicy } from './policies';
import type { CatalogueModel } from './readCatalogue';
import type { RunContext } from './runContext';
import type { RunRequest } from './runRequest';
import { tasks } from './tasks';

/** What is settled of a run before anything is sent. */
export interface RunPlan {
	/** What was asked for: a policy or a provider's name. */
	readonly policy: string;
	readonly credential: Credential;
	/** The organisation that pays, if not the user. */
	readonly billTo: string | undefined;
	readonly parameters: ParameterValues;
	readonly inputs: TaskInputs;
}

type PlanContext = Pick<RunContext, 'services' | 'catalogue'>;

/** Checks a request, and gets all that its run needs. Throws `ProblemError` for what would be refused anyway. */
export async function planRun(
	request: RunRequest,
	context: PlanContext,
	signal: AbortSignal,
): Promise<RunPlan> {
	const { model, task } = request;
	const { services, catalogue } = context;
	if (!isRepoId(model)) {
		throw new ProblemError({ code: 'input.invalid', detail: `“${model.slice(0, 60)}” is no model’s id.` });
	}
	const reading = readParameters(tasks[task].parameters, request.parameters);
	if ('problem' in reading) {
		throw new ProblemError(reading.problem);
	}
	const policy = policyFor(request, services, await catalogue.remembered());
	if (!isProviderName(policy)) {
		throw new ProblemError({ code: 'model.noProvider', model, provider: policy.slice(0, 60) });
	}
	const billTo = services.billTo();
	const credential = await services.credentials('inference', signal, billTo);
	if (!credential) {
		throw new ProblemError({ code: 'token.missing', permission: 'inference' });
	}
	// With anything else the client package would turn to the providers themselves, past the router.
	if (!isAccessToken(credential.value)) {
		throw new ProblemError({ code: 'token.format', detail: credential.name });
	}
	await expectProvider(request, policy, catalogue, signal);
	const inputs = await loadInputs(request, services.readFile);
	return { policy, credential, billTo, parameters: reading.values, inputs };
}

/** What was asked for, or the setting; the user's own order becomes the name of the first provider that serves the model. */
function policyFor(
	request: RunRequest,
	services: PlanContext['services'],
	known: readonly CatalogueModel[] | undefined,
): string {
	const policy = request.provider ?? services.providerPolicy();
	const order = services.preferredProviders();
	if (policy !== 'preferred' || order.length === 0 || request.task !== 'conversational') {
		return policy;
	}
	const providers = known?.find(({ id }) => id === request.model)?.providers ?? [];
	return order.find(name => providers.some(({ provider }) => provider === name)) ?? policy;
}

/**
 * Sends nothing for a model that nobody serves. Costs a request only where what is known says so: it is then asked
 * again, for a model may have been added since.
 */
async function expectProvider(
	{ model, task, unlisted }: RunRequest,
	policy: string,
	catalogue: PlanContext['catalogue'],
	signal: AbortSignal,
): Promise<void> {
	if (task !== 'conversational' || unlisted) {
		return;
	}
	const serves = (one: CatalogueModel | undefined) =>
		one?.providers.some(({ provider }) => isPolicy(policy) || provider === policy) ?? false;
	const known = await catalogue.remembered();
	if (!known || serves(known.find(({ id }) => id === model))) {
		return;
	}
	const now = await catalogue.confirm(model, signal).catch(() => undefined);
	if (now !== undefined && !serves(now.model)) {
		const named = !isPolicy(policy) && (now.model?.providers.length ?? 0) > 0;
		throw new ProblemError({
			code: 'model.noProvider',
			model,
			unsent: true,
			maySend: true,
			...(named && { provider: policy }),
		});
	}
}
