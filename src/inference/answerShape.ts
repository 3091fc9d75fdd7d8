import type { ChatCompletionInput } from '@huggingface/tasks';
import type { RunRequest } from './runRequest';

/** A chat's answer as it has to look, and the tools that the model may ask for, as the chat protocol has them. */
export function answerShape({ schema, tools }: RunRequest): Pick<ChatCompletionInput, 'response_format'> & {
	tools?: NonNullable<ChatCompletionInput['tools']>;
} {
	return {
		...(schema && {
			response_format: { type: 'json_schema', json_schema: { ...schema, strict: true } } as const,
		}),
		// The router takes any definition; the client's type knows fewer keys than providers do.
		...(tools && { tools: tools as unknown as NonNullable<ChatCompletionInput['tools']> }),
	};
}
