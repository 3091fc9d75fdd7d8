import { HubError } from '../hubError';
import { readBenchOrder } from './benchOrder';

export interface ChatMessage {
	readonly role: string;
	/** The text parts, joined. */
	readonly content: string;
	/** The bytes of the pictures that came as `data:` URLs. */
	readonly images?: readonly Uint8Array[];
}

/** A function that a model may ask to be called. */
export interface Tool {
	readonly name: string;
	/** A JSON schema. */
	readonly parameters: unknown;
}

/** What is read of the body of a chat completion. */
export interface ChatRequest {
	readonly model: string;
	readonly messages: readonly ChatMessage[];
	readonly stream: boolean;
	readonly includeUsage: boolean;
	readonly maxTokens: number;
	readonly stop: readonly string[];
	readonly tools: readonly Tool[];
	/** The JSON schema that `response_format` asks for. */
	readonly schema: unknown;
	/** Not of the protocol: milliseconds between two pieces; 0 is as fast as the client reads. */
	readonly gapMs: number | undefined;
	/** Milliseconds before the answer begins, its headers included. */
	readonly thinkMs: number;
	/** Not of the protocol: bytes that are gathered into one write when there is no gap. */
	readonly slabBytes: number | undefined;
	/** Not of the protocol: how many pieces a model of the benchmarks writes. */
	readonly deltas: number | undefined;
}

/** The id of the model that takes orders in its messages too; a provider's name may follow it. */
const BENCH_MODEL = 'loopback/bench-stream';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const numberIn = (body: Json, key: string) => (typeof body[key] === 'number' ? body[key] : undefined);

/** The answer of a server written in Rust to a body that it cannot read: plain text. */
function cannotRead(reason: string): HubError {
	return new HubError(422, `Failed to deserialize the JSON body into the target type: ${reason}`);
}

function readContent(content: unknown): string {
	if (typeof content === 'string') {
		return content;
	}
	if (!Array.isArray(content)) {
		return '';
	}
	return content
		.filter(isObject)
		.map(part => (part.type === 'text' && typeof part.text === 'string' ? part.text : ''))
		.join('\n');
}

function readImages(content: unknown): readonly Uint8Array[] {
	return (Array.isArray(content) ? content : []).filter(isObject).flatMap(part => {
		const url = isObject(part.image_url) ? part.image_url.url : undefined;
		const data = typeof url === 'string' ? /^data:image\/[\w+.-]+;base64,(.*)$/s.exec(url)?.[1] : undefined;
		return data === undefined ? [] : [Buffer.from(data, 'base64')];
	});
}

function readTools(tools: unknown): readonly Tool[] {
	return (Array.isArray(tools) ? tools : [])
		.filter(isObject)
		.flatMap(({ function: called }) =>
			isObject(called) && typeof called.name === 'string'
				? [{ name: called.name, parameters: called.parameters }]
				: [],
		);
}

function readSchema(format: unknown): unknown {
	return isObject(format) && format.type === 'json_schema' && isObject(format.json_schema)
		? format.json_schema.schema
		: undefined;
}

function readStop(stop: unknown): readonly string[] {
	const list: readonly unknown[] = Array.isArray(stop) ? stop : [stop];
	return list.filter((item): item is string => typeof item === 'string' && item !== '');
}

/** Reads the body of a chat completion. Throws the 422 (as plain text) that a body without messages or model deserves. */
export function readChatRequest(body: unknown): ChatRequest {
	if (!isObject(body)) {
		throw cannotRead('expected value at line 1 column 1');
	}
	const { messages, model, stream_options: streamOptions } = body;
	if (!Array.isArray(messages)) {
		throw cannotRead('missing field `messages` at line 1 column 143');
	}
	if (typeof model !== 'string') {
		throw cannotRead('missing field `model` at line 1 column 143');
	}
	const said = messages.filter(isObject).map(message => ({
		role: typeof message.role === 'string' ? message.role : 'user',
		content: readContent(message.content),
		images: readImages(message.content),
	}));
	const order = model.startsWith(BENCH_MODEL) ? readBenchOrder(said) : {};
	return {
		model,
		messages: said,
		stream: body.stream === true,
		includeUsage: isObject(streamOptions) && streamOptions.include_usage === true,
		maxTokens: numberIn(body, 'max_tokens') ?? numberIn(body, 'max_completion_tokens') ?? Infinity,
		stop: readStop(body.stop),
		tools: body.tool_choice === 'none' ? [] : readTools(body.tools),
		schema: readSchema(body.response_format),
		gapMs: numberIn(body, 'x_gap_ms') ?? order.gapMs,
		thinkMs: numberIn(body, 'x_think_ms') ?? order.thinkMs ?? 0,
		slabBytes: numberIn(body, 'x_slab_bytes'),
		deltas: numberIn(body, 'x_deltas') ?? order.deltas,
	};
}
