import { type InferenceProvider, PROVIDERS } from '@huggingface/inference';
import type { Media, Output } from '../shared/output';
import type { Task } from '../shared/task';
import { ProblemError } from '../util/problemError';
import { askAgain } from './askAgain';
import { awaitResult } from './awaitResult';
import { beginJob } from './beginJob';
import type { TaskInputs } from './inputs/taskInputs';
import { mediaIn } from './mediaIn';
import { illegalAnswer } from './outputs/illegalAnswer';
import type { JobStage } from './job';
import type { ParameterValues } from './parameters';
import type { ProviderEntry } from './providerMapping';
import { ticketIn } from './queues';
import { readResponse, type ResponseBody } from './readResponse';
import { requestOptions } from './requestOptions';
import type { RunRequest } from './runRequest';
import type { MediaKind, SingleTask } from './taskDescription';
import type { Line } from './withLine';

export interface SingleCall {
	readonly request: RunRequest;
	readonly inputs: TaskInputs;
	readonly call: SingleTask;
	readonly entry: ProviderEntry;
	readonly parameters: ParameterValues;
	readonly billTo: string | undefined;
	/** Hears of a job that the provider has put into a queue. */
	readonly onJob: (stage: JobStage) => void;
}

/** Whether the client package can call a provider for a task with a Hugging Face token. */
export function canCall(provider: string, task: Task): boolean {
	const helpers = Object.hasOwn(PROVIDERS, provider) ? PROVIDERS[provider as InferenceProvider] : {};
	return helpers[task] !== undefined && !helpers[task].clientSideRoutingOnly;
}

/**
 * Asks a model one question. URL, headers and body are the client package's, made by the helper of the provider that
 * we resolved. Its task functions are not used: they look the provider up in a cache that is keyed by model id alone and
 * never expires, so that a provider that has gone, or a model that only another token may see, stays for ever. They
 * refuse answers that can be read: entities without offsets, labels in a flat list. And they ask queues, and fetch what was made,
 * with the global `fetch`, past the one way out.
 */
export async function callSingle(line: Line, single: SingleCall): Promise<Output> {
	const { request, inputs, call, entry, parameters, billTo } = single;
	const { task, model } = request;
	const payload = call.payload(inputs, parameters);
	const { url, info } = await requestOptions(line, { task, model, entry, payload, billTo });
	const { provider } = entry;
	const first = await beginJob(line, { provider, url, info, answer: call.answer, onStage: single.onJob });
	const ticket = 'json' in first ? ticketIn(provider, url, first.json) : undefined;
	const body = ticket
		? { json: await awaitResult(line, { ticket, headers: info.headers, onStage: single.onJob }) }
		: first;
	const files = provider === 'hf-inference' ? undefined : FILE_ANSWERS[task];
	if (files) {
		return files.read(await mediaOf(line, files.kind, { json: jsonOf(body) }), inputs);
	}
	return call.answer === 'json'
		? call.read(jsonOf(body), inputs)
		: call.read(await mediaOf(line, call.answer, body), inputs);
}

async function mediaOf(line: Line, kind: MediaKind, body: ResponseBody): Promise<Media> {
	if ('media' in body) {
		return body.media;
	}
	const found = mediaIn(body.json);
	if (!found) {
		throw illegalAnswer(`a file, or where it is`, body.json);
	}
	if ('bytes' in found) {
		return { mimeType: USUAL_TYPES[kind], bytes: found.bytes };
	}
	const made = await askAgain(line, {
		ask: () => line.fetchMade(found.url),
		read: response => readResponse(response, kind),
		interval: 500,
	});
	return 'media' in made ? made.media : mediaOf(line, kind, made);
}

/** What providers that give no type make mostly. */
const USUAL_TYPES = {
	image: 'image/png',
	audio: 'audio/wav',
	video: 'video/mp4',
} as const satisfies Record<MediaKind, string>;

/** Tasks whose answer has files in it as base64 at hf-inference, and is one file at an address at others. */
const FILE_ANSWERS: Partial<
	Record<Task, { kind: MediaKind; read: (media: Media, inputs: TaskInputs) => Output }>
> = {
	'image-segmentation': {
		kind: 'image',
		read: (mask, inputs) => ({
			kind: 'masks',
			image: inputs.media('image'),
			masks: [{ label: 'mask', mask }],
		}),
	},
	'audio-to-audio': {
		kind: 'audio',
		read: audio => ({ kind: 'audio', clips: [{ label: 'speech', audio }] }),
	},
};

function jsonOf(body: ResponseBody): unknown {
	if ('media' in body) {
		throw new ProblemError({ code: 'protocol', detail: 'Expected JSON, not a file.' });
	}
	return body.json;
}
