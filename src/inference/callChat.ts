import { chatCompletionStream } from '@huggingface/inference';
import type { ChatCompletionInputMessage } from '@huggingface/tasks';
import type { DeltaChannel } from '../shared/protocol';
import type { ToolCall } from '../shared/output';
import type { FinishReason, Usage } from '../shared/run';
import { ProblemError } from '../util/problemError';
import { answerShape } from './answerShape';
import { buildMessages, type ChatMessage } from './buildMessages';
import { ChatReader } from './chatReader';
import type { ParameterValues } from './parameters';
import { routedModel } from './policies';
import type { RunRequest } from './runRequest';
import type { Line } from './withLine';
import { withoutNullErrors } from './withoutNullErrors';

export interface ChatCall {
	readonly request: RunRequest;
	/** A policy or a provider's name. */
	readonly provider: string;
	readonly parameters: ParameterValues;
	readonly billTo: string | undefined;
	readonly onDelta: (channel: DeltaChannel, text: string) => void;
	readonly onUsage: (usage: Usage) => void;
	readonly onToolCalls: (calls: readonly ToolCall[]) => void;
}

/**
 * Streams a chat through the router's own route, which takes a policy or any provider's name behind the model's and needs
 * no lookup. The client's `provider` is always `auto` therefore: with a name it would look the mapping up itself.
 */
export async function callChat(
	{ credential, fetch, signal }: Line,
	{ request, provider, parameters, billTo, onDelta, onUsage, onToolCalls }: ChatCall,
): Promise<FinishReason> {
	const reader = new ChatReader(onDelta);
	try {
		const chunks = chatCompletionStream(
			{
				...parameters,
				accessToken: credential.value,
				provider: 'auto',
				model: routedModel(request.model, provider),
				messages: buildMessages(request).map(mutable),
				...answerShape(request),
				stream_options: { include_usage: true },
			},
			// A 503 would be repeated at once and without end.
			{ fetch: withoutNullErrors(fetch), signal, retry_on_error: false, ...(billTo && { billTo }) },
		);
		for await (const chunk of chunks) {
			reader.read(chunk);
		}
	} finally {
		reader.end();
		if (reader.toolCalls.length > 0) {
			onToolCalls(reader.toolCalls);
		}
		if (reader.usage) {
			onUsage(reader.usage);
		}
	}
	// The client ends alike for a whole stream and for one whose connection was closed in the middle.
	if (reader.finishReason === undefined) {
		throw new ProblemError({ code: 'stream.cut' });
	}
	return reader.finishReason;
}

/** What the client's types ask for: our own messages are never changed. */
function mutable({ role, content }: ChatMessage): ChatCompletionInputMessage {
	return { role, content: typeof content === 'string' ? content : [...content] };
}
