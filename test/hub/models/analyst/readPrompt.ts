import type { ChatMessage } from '../../inference/chatRequest';
import { guessLanguage, type Language, readLanguageName } from './language';

/** What is asked for; `chat` is anything without an instruction that the analyst knows. */
export type Instruction = 'explain' | 'fix' | 'document' | 'test' | 'summarize' | 'chat';

export interface PromptCode {
	readonly source: string;
	readonly language: Language;
	/** The word after the fence, or the name of the guessed language. */
	readonly languageName: string;
}

export interface Prompt {
	readonly instruction: Instruction;
	/** The question without its code. */
	readonly text: string;
	readonly code: PromptCode | undefined;
	/** Earlier questions of the conversation. */
	readonly turns: number;
}

const instructions: ReadonlyArray<readonly [Instruction, RegExp]> = [
	['test', /\b(?:write|add|create|generate)\b[^.\n]*\b(?:unit )?tests?\b|\btest (?:this|the)\b/i],
	['document', /\bdocument(?:ation)?\b|\bdoc ?(?:string|comment)s?\b|\bjsdoc\b|\bcomment (?:this|the)\b/i],
	[
		'fix',
		/\bfix\b|\bcorrect(?:ed)?\b|\brepair\b|\bdebug\b|\bwhat is wrong\b|\bfind (?:the |any )?(?:bug|problem|mistake|error)s?\b/i,
	],
	['summarize', /\bsummari[sz]e\b|\bsummary\b|\btl;?dr\b/i],
	['explain', /\bexplain\b|\bdescribe\b|\bwhat does\b|\bhow does\b|\bwalk me through\b/i],
];

const fence = /(^|\n)(`{3,}|~{3,})([^\n`]*)\n([\s\S]*?)\n?\2(?=\n|$)/;

function readCode(text: string): PromptCode | undefined {
	const found = fence.exec(text);
	if (!found) {
		return undefined;
	}
	const info = (found[3] ?? '').trim().split(/\s+/)[0] ?? '';
	const source = found[4] ?? '';
	const language = readLanguageName(info) ?? guessLanguage(source);
	return { source, language, languageName: info === '' ? language : info };
}

/** Reads the last question of a conversation: what it wants done, in which words, and with which code. */
export function readPrompt(messages: readonly ChatMessage[]): Prompt {
	const questions = messages.filter(({ role }) => role === 'user');
	const last = questions.at(-1)?.content ?? '';
	const text = last.replace(new RegExp(fence, 'g'), '\n').trim();
	const system = messages.find(({ role }) => role === 'system')?.content ?? '';
	const instruction = [text, system].flatMap(source =>
		instructions.filter(([, pattern]) => pattern.test(source)),
	)[0];
	return { instruction: instruction?.[0] ?? 'chat', text, code: readCode(last), turns: questions.length - 1 };
}
