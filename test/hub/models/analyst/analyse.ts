import type { ChatMessage } from '../../inference/chatRequest';
import type { ChatText } from '../../inference/chatAnswer';
import { readPrompt } from './readPrompt';
import { answerCode } from './answerCode';
import { answerText } from './answerText';

/** The last line of every answer. */
export const SIGNATURE = '*Written by a small deterministic model of the loopback Hub.*';

/** Reads the conversation's last question and answers it from its own words and code. */
export function analyse(messages: readonly ChatMessage[]): ChatText {
	const prompt = readPrompt(messages);
	const { reasoning, content } =
		prompt.code === undefined ? answerText(prompt) : answerCode(prompt, prompt.code);
	return { reasoning: reasoning.join('\n'), content: `${content}\n\n${SIGNATURE}` };
}
