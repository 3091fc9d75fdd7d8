import {
	getProviderHelper,
	type InferenceProvider,
	makeRequestOptionsFromResolvedModel,
} from '@huggingface/inference';
import type { Task } from '../shared/task';
import { base64 } from './base64';
import type { LoadedFile } from './inputs/taskInputs';
import type { Payload } from './payload';
import type { ProviderEntry } from './providerMapping';
import type { Line } from './withLine';

export interface RequestParts {
	readonly task: Task;
	readonly model: string;
	readonly entry: ProviderEntry;
	readonly payload: Payload;
	readonly billTo: string | undefined;
}

export interface RequestOptions {
	/** At the client package's own router. */
	readonly url: string;
	readonly info: RequestInit;
}

type Helper = ReturnType<typeof getProviderHelper>;
type Args = Parameters<typeof makeRequestOptionsFromResolvedModel>[2];

/** URL, headers and body of a request in its provider's own form, made by the client package's helper of that provider. */
export async function requestOptions(
	{ credential, signal }: Pick<Line, 'credential' | 'signal'>,
	{ task, model, entry, payload, billTo }: RequestParts,
): Promise<RequestOptions> {
	const provider = entry.provider as InferenceProvider;
	const helper = getProviderHelper(provider, task);
	const args = provider === 'hf-inference' ? ownArgs(payload) : await clientArgs(helper, payload);
	const { url, info } = makeRequestOptionsFromResolvedModel(
		entry.providerId,
		helper,
		{ ...args, accessToken: credential.value, model, provider },
		{ ...entry, provider, task, hfModelId: model, status: 'live' },
		{ task, signal, ...(billTo && { billTo }) },
	);
	return task === 'text-generation' && 'inputs' in payload
		? { url, info: { ...info, body: completionBody(url, entry.providerId, payload) } }
		: { url, info };
}

/**
 * For hf-inference. Its helpers drop the parameters of a request that is a file; with parameters the file has to go as text
 * (https://huggingface.co/docs/inference-providers/tasks/image-classification#api-specification).
 */
function ownArgs({ parameters, beside, ...payload }: Payload): Args {
	const given = parameters && Object.keys(parameters).length > 0 ? { parameters } : {};
	if ('inputs' in payload) {
		return { inputs: payload.inputs, ...given, ...beside };
	}
	const { file, alwaysText } = payload;
	return alwaysText || given.parameters
		? { inputs: base64(file.bytes), ...given, ...beside }
		: { data: blobOf(file) };
}

/** For the other providers, whose helpers know their forms. */
async function clientArgs(helper: Helper, { parameters, ...payload }: Payload): Promise<Args> {
	const args = {
		inputs: 'inputs' in payload ? payload.inputs : blobOf(payload.file),
		...(parameters && { parameters }),
	};
	const prepare = 'preparePayloadAsync' in helper ? helper.preparePayloadAsync : undefined;
	return typeof prepare === 'function' ? await (prepare.call(helper, args) as Promise<Args>) : args;
}

/** The helpers of several providers leave the prompt in `inputs`, the parameters in `parameters`, or say no messages where the route is a chat’s. */
function completionBody(
	url: string,
	model: string,
	{ inputs, parameters }: { inputs: unknown } & Payload,
): string {
	const { max_new_tokens: longest, ...others } = parameters ?? {};
	const asked = url.endsWith('/chat/completions')
		? { messages: [{ role: 'user', content: inputs }] }
		: { prompt: inputs };
	return JSON.stringify({
		model,
		...asked,
		stream: true,
		stream_options: { include_usage: true },
		...(longest !== undefined && { max_tokens: longest }),
		...others,
	});
}

/** `fetch` takes the type of the content from the blob; the client package sets none. */
function blobOf({ bytes, mimeType }: LoadedFile): Blob {
	return new Blob([bytes], { type: mimeType });
}
