import { hash32 } from '../digests';
import type { ChatAnswer, Piece } from './chatAnswer';
import { type ChatIdentity, finishReason, usageOf } from './chatBody';
import type { Dialect } from './dialect';
import { toolCallDeltas } from './toolCalls';

/** A stretch of an event stream, and whether it carries a piece of the answer's text. */
export interface StreamEvent {
	readonly text: string;
	readonly isDelta: boolean;
}

type Json = Readonly<Record<string, unknown>>;

interface Writer {
	chunk(choices: readonly Json[], usage?: Json): string;
}

function makeWriter(identity: ChatIdentity, dialect: Dialect): Writer {
	const { id, created, model } = identity;
	const open = `data:${dialect.blank ? ' ' : ''}`;
	const close = dialect.lineEnd.repeat(2);
	return {
		chunk(choices, usage) {
			const counts = usage ? { usage } : dialect.nullUsage ? { usage: null } : {};
			const body = { id, object: 'chat.completion.chunk', created, model, choices, ...counts };
			return `${open}${JSON.stringify(body)}${close}`;
		},
	};
}

/** Text between the tags that some models put around their reasoning. */
function* withThinkTags(pieces: Iterable<Piece>): Generator<Piece> {
	let thinking = false;
	for (const { channel, text } of pieces) {
		const opens = channel === 'reasoning' && !thinking;
		const closes = channel === 'content' && thinking;
		thinking = channel === 'reasoning';
		yield { channel: 'content', text: `${opens ? '<think>\n' : ''}${closes ? '\n</think>\n\n' : ''}${text}` };
	}
}

function delta({ channel, text }: Piece, isFirst: boolean, dialect: Dialect): Json {
	const role = dialect.role === 'every' || (dialect.role === 'first' && isFirst) ? { role: 'assistant' } : {};
	const field = channel === 'content' || dialect.reasoning === 'think' ? 'content' : dialect.reasoning;
	const extras = dialect.extras ? { token_id: hash32(text) % 128_000, tool_calls: null } : {};
	return { ...role, [field]: text, ...extras };
}

function choice(piece: Piece, isFirst: boolean, dialect: Dialect): Json {
	const said = { delta: delta(piece, isFirst, dialect) };
	return dialect.sparse
		? said
		: {
				index: 0,
				...said,
				...(dialect.extras ? { text: piece.text } : {}),
				logprobs: null,
				finish_reason: null,
			};
}

/** Stands for the text of a piece in a template; no piece of an answer holds it. */
const placeholder = '\u0000';

/**
 * The event of a piece. Most dialects repeat themselves but for the text, and a benchmark wants events faster than any
 * client reads them: those are made from a template.
 */
function pieceWriter(
	writer: Writer,
	dialect: Dialect,
): (piece: Piece, isFirst: boolean, usage?: Json) => string {
	const write = (piece: Piece, isFirst: boolean, usage?: Json) =>
		writer.chunk([choice(piece, isFirst, dialect)], usage);
	if (dialect.extras || dialect.usage === 'every') {
		return write;
	}
	const templates = new Map<Piece['channel'], readonly [string, string]>();
	return (piece, isFirst) => {
		if (isFirst) {
			return write(piece, isFirst);
		}
		let template = templates.get(piece.channel);
		if (!template) {
			const [before = '', after = ''] = write({ ...piece, text: placeholder }, false).split(
				JSON.stringify(placeholder),
			);
			template = [before, after];
			templates.set(piece.channel, template);
		}
		return template[0] + JSON.stringify(piece.text) + template[1];
	};
}

const keepAlive: StreamEvent = { text: ': keep-alive\n\n', isDelta: false };

/** How many pieces pass between two comments, where a dialect has them. */
const keepAliveEvery = 25;

/** The event stream of an answer in a provider's dialect, one event after the other. */
export function* chatEvents(
	identity: ChatIdentity,
	answer: ChatAnswer,
	dialect: Dialect,
	options: { readonly includeUsage: boolean },
): Generator<StreamEvent> {
	const writer = makeWriter(identity, dialect);
	const usage = (completed: number) => usageOf(answer.promptTokens, completed);
	const pieces = dialect.reasoning === 'think' ? withThinkTags(answer.pieces()) : answer.pieces();
	if (dialect.keepAlive) {
		yield keepAlive;
	}
	if (dialect.role === 'alone') {
		const first = [{ index: 0, delta: { role: 'assistant' }, finish_reason: null }];
		yield { text: writer.chunk(first, dialect.usage === 'every' ? usage(0) : undefined), isDelta: false };
	}
	const write = pieceWriter(writer, dialect);
	let count = 0;
	for (const piece of pieces) {
		const counts = dialect.usage === 'every' ? usage(count + 1) : undefined;
		yield { text: write(piece, count === 0, counts), isDelta: true };
		if (++count % keepAliveEvery === 0 && dialect.keepAlive) {
			yield keepAlive;
		}
	}
	for (const called of toolCallDeltas(answer.toolCalls ?? [], dialect)) {
		yield { text: writer.chunk([{ index: 0, delta: called, finish_reason: null }]), isDelta: true };
	}
	const last = dialect.role === 'every' ? { role: 'assistant', content: '' } : {};
	yield {
		text: writer.chunk(
			[{ index: 0, delta: last, finish_reason: finishReason(answer, dialect) }],
			dialect.usage === 'own' ? undefined : usage(answer.completionTokens),
		),
		isDelta: false,
	};
	if (dialect.usage === 'own' && options.includeUsage) {
		yield { text: writer.chunk([], usage(answer.completionTokens)), isDelta: false };
	}
	if (dialect.done) {
		yield { text: `data:${dialect.blank ? ' ' : ''}[DONE]${dialect.lineEnd.repeat(2)}`, isDelta: false };
	}
}
