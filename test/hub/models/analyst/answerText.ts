import { summarize } from '../summarize';
import { contentWords, countWords, sentences, words } from '../text';
import { recognizeEntities } from '../recognizeEntities';
import { plural } from './plural';
import type { Prompt } from './readPrompt';

export interface Answer {
	/** What the model thinks before it answers, one line each. */
	readonly reasoning: readonly string[];
	/** Markdown. */
	readonly content: string;
}

const quote = (text: string) => text.replace(/\s+/g, ' ').trim();

function frequent(text: string, count: number): readonly string[] {
	return [...countWords(contentWords(text))]
		.toSorted((a, b) => b[1] - a[1])
		.slice(0, count)
		.map(([word]) => word);
}

function describeText(text: string): readonly string[] {
	const names = [
		...new Set(recognizeEntities(text).map(({ word, entity_group }) => `${word} (${entity_group})`)),
	];
	return [
		`- It has ${plural(sentences(text).length, 'sentence')} and ${plural(words(text).length, 'word')}.`,
		`- The words that carry it: ${frequent(text, 5)
			.map(word => `**${word}**`)
			.join(', ')}.`,
		...(names.length > 0 ? [`- It names ${names.join(', ')}.`] : []),
	];
}

function opening({ instruction }: Prompt, text: string, question: string | undefined): string {
	if (instruction === 'summarize' || instruction === 'explain') {
		return `In short: ${summarize(text, { maxSentences: 2, maxWords: 60 })}`;
	}
	return question === undefined
		? `You write: “${quote(sentences(text)[0]?.text ?? text)}”`
		: `You ask: “${quote(question)}” I know nothing but your own words, so here is what they hold.`;
}

/** An answer about prose, a question or a passage in a fence, made of its own words. */
export function answerText(prompt: Prompt): Answer {
	const text = prompt.code?.source ?? prompt.text;
	const all = sentences(text);
	const question = prompt.code ? undefined : all.findLast(sentence => sentence.text.endsWith('?'))?.text;
	const reasoning = [
		`The request has ${plural(all.length, 'sentence')} and no code.`,
		question === undefined
			? 'There is no question mark in it.'
			: `The question seems to be: ${quote(question)}`,
		`The words that matter most are ${frequent(text, 3).join(', ') || 'none'}.`,
	];
	if (text.trim() === '') {
		return { reasoning, content: 'There is nothing to answer: the message is empty.' };
	}
	const turn =
		prompt.turns > 0 ? ['', `This is question number ${prompt.turns + 1} of our conversation.`] : [];
	const body = [opening(prompt, text, question), '', '### What is in it', '', ...describeText(text), ...turn];
	return { reasoning, content: body.join('\n') };
}
