import type { ChatMessage } from '../../inference/chatRequest';
import type { ChatText } from '../../inference/chatAnswer';
import { type Instruction, type Prompt, type PromptCode, readPrompt } from './readPrompt';
import { answerCode } from './answerCode';
import { answerText } from './answerText';

const aboutProse: readonly Instruction[] = ['explain', 'summarize', 'chat'];

/** The last line of every answer. */
export const SIGNATURE = '*Written by a small deterministic model of the loopback Hub.*';

/** Whether there is code to look at; prose in a fence is read as prose, unless it is to be mended. */
function isCode(prompt: Prompt): prompt is Prompt & { readonly code: PromptCode } {
	return (
		prompt.code !== undefined && (prompt.code.language !== 'text' || !aboutProse.includes(prompt.instruction))
	);
}

/** Reads the conversation's last question and answers it from its own words and code. */
export function analyse(messages: readonly ChatMessage[]): ChatText {
	const prompt = readPrompt(messages);
	const { reasoning, content } = isCode(prompt) ? answerCode(prompt, prompt.code) : answerText(prompt);
	return { reasoning: reasoning.join('\n'), content: `${content}\n\n${SIGNATURE}` };
}
