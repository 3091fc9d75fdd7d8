import { readEvents } from '../net/readEvents';
import type { OutputOf } from '../shared/output';
import type { FinishReason, Usage } from '../shared/run';
import { isRecord } from '../util/isRecord';
import { ProblemError } from '../util/problemError';
import type { SingleCall } from './callSingle';
import { CompletionReader } from './completionReader';
import { readCompletion } from './outputs/readCompletion';
import { readFinishReason } from './readFinishReason';
import { readResponse } from './readResponse';
import { readUsage } from './readUsage';
import { requestOptions } from './requestOptions';
import type { Line } from './withLine';

export interface CompletionCall extends Pick<
	SingleCall,
	'request' | 'inputs' | 'call' | 'entry' | 'parameters' | 'billTo'
> {
	readonly onDelta: (text: string) => void;
	readonly onUsage: (usage: Usage) => void;
}

export interface Completion {
	readonly output: OutputOf<'text'>;
	readonly reason: FinishReason;
}

/**
 * Lets a model continue a text. It is asked for as a stream, and read as what comes: a provider that does not stream answers with
 * the whole. The client package's own function for it asks a cache that never expires who serves the model, and knows TGI's form alone.
 */
export async function callCompletion(
	line: Line,
	{ request, inputs, call, entry, parameters, billTo, onDelta, onUsage }: CompletionCall,
): Promise<Completion> {
	const { task, model } = request;
	const payload = call.payload(inputs, parameters);
	const { url, info } = await requestOptions(line, { task, model, entry, payload, billTo });
	const response = await line.fetch(url, info);
	return response.ok && response.headers.get('Content-Type')?.startsWith('text/event-stream')
		? readStream(response, onDelta, onUsage)
		: readWhole(response, onUsage);
}

async function readStream(
	response: Response,
	onDelta: CompletionCall['onDelta'],
	onUsage: CompletionCall['onUsage'],
): Promise<Completion> {
	const reader = new CompletionReader(onDelta);
	try {
		for await (const data of readEvents(response)) {
			if (data !== '' && data !== '[DONE]') {
				reader.read(JSON.parse(data));
			}
		}
	} finally {
		if (reader.usage) {
			onUsage(reader.usage);
		}
	}
	if (reader.finishReason === undefined) {
		throw new ProblemError({ code: 'stream.cut' });
	}
	return { output: { kind: 'text', text: reader.text }, reason: reader.finishReason };
}

async function readWhole(response: Response, onUsage: CompletionCall['onUsage']): Promise<Completion> {
	const body = await readResponse(response, 'json');
	const json = 'json' in body ? body.json : undefined;
	const usage = isRecord(json) ? readUsage(json.usage) : undefined;
	if (usage) {
		onUsage(usage);
	}
	return { output: readCompletion(json), reason: reasonIn(json) };
}

/** Only OpenAI's form says why the model ended. */
function reasonIn(json: unknown): FinishReason {
	const choice: unknown = isRecord(json) && Array.isArray(json.choices) ? json.choices[0] : undefined;
	const reason = isRecord(choice) ? choice.finish_reason : undefined;
	return typeof reason === 'string' && reason !== '' ? readFinishReason(reason) : 'stop';
}
