import {
	getProviderHelper,
	type InferenceProvider,
	makeRequestOptionsFromResolvedModel,
	PROVIDERS,
} from '@huggingface/inference';
import type { Output } from '../shared/output';
import type { Task } from '../shared/task';
import { ProblemError } from '../util/problemError';
import { wrongType } from './inferenceProblem';
import type { ParameterValues } from './parameters';
import type { ProviderEntry } from './providerMapping';
import type { RunRequest } from './runRequest';
import type { TaskCall } from './tasks';
import type { Line } from './withLine';

export interface SingleCall {
	readonly request: RunRequest;
	readonly call: Extract<TaskCall, { type: 'single' }>;
	readonly entry: ProviderEntry;
	readonly parameters: ParameterValues;
	readonly billTo: string | undefined;
}

/** Whether the client package can call a provider for a task with a Hugging Face token. */
export function canCall(provider: string, task: Task): boolean {
	const helpers = Object.hasOwn(PROVIDERS, provider) ? PROVIDERS[provider as InferenceProvider] : {};
	return helpers[task] !== undefined && !helpers[task].clientSideRoutingOnly;
}

/**
 * Asks a model one question. URL, headers and body are the client package's, made by the helper of the provider that
 * we resolved. Its task functions are not used: they look the provider up in a cache that is keyed by model id alone and
 * never expires, so that a provider that has gone, or a model that only another token may see, stays for ever. And they
 * refuse answers that can be read: entities without offsets, labels in a flat list.
 */
export async function callSingle(line: Line, single: SingleCall): Promise<Output> {
	const { request, call } = single;
	const { url, info } = requestOptions(line, single);
	const response = await line.fetch(url, info);
	if (!response.ok) {
		await response.body?.cancel();
		// What the status means is told from the operation's facts.
		throw new Error('Refused');
	}
	const body = await response.text();
	if (body.trim() === '') {
		throw new ProblemError({ code: 'protocol', detail: 'The answer is empty.' });
	}
	const contentType = response.headers.get('Content-Type') ?? undefined;
	if (!contentType?.startsWith('application/json')) {
		throw new ProblemError({ code: 'protocol', detail: wrongType(contentType, 'JSON') });
	}
	return call.read(JSON.parse(body), request.text);
}

function requestOptions(
	{ credential, signal }: Line,
	{ request, call, entry, parameters, billTo }: SingleCall,
): { url: string; info: RequestInit } {
	const { model, task, text } = request;
	const provider = entry.provider as InferenceProvider;
	const all = { ...parameters, ...call.fixed };
	return makeRequestOptionsFromResolvedModel(
		entry.providerId,
		getProviderHelper(provider, task),
		{
			accessToken: credential.value,
			model,
			provider,
			inputs: text,
			...(Object.keys(all).length > 0 && { parameters: all }),
		},
		{ ...entry, provider, task, hfModelId: model, status: 'live' },
		{ task, signal, ...(billTo && { billTo }) },
	);
}
