import { summarize } from '../summarize';
import { contentWords, countWords, sentences, words } from '../text';
import { recognizeEntities } from '../recognizeEntities';
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
		`- It has ${sentences(text).length} sentence(s) and ${words(text).length} words.`,
		`- The words that carry it: ${frequent(text, 5)
			.map(word => `**${word}**`)
			.join(', ')}.`,
		...(names.length > 0 ? [`- It names ${names.join(', ')}.`] : []),
	];
}

/** An answer to a question without code, made of the words of the question. */
export function answerText({ instruction, text, turns }: Prompt): Answer {
	const all = sentences(text);
	const question = all.findLast(sentence => sentence.text.endsWith('?'));
	const reasoning = [
		`The request has ${all.length} sentence(s) and no code.`,
		question ? `The question seems to be: ${quote(question.text)}` : 'There is no question mark in it.',
		`The words that matter most are ${frequent(text, 3).join(', ') || 'none'}.`,
	];
	if (text === '') {
		return { reasoning, content: 'There is nothing to answer: the message is empty.' };
	}
	const opening =
		instruction === 'summarize'
			? `In short: ${summarize(text, { maxSentences: 2, maxWords: 60 })}`
			: question
				? `You ask: “${quote(question.text)}” I know nothing but your own words, so here is what they hold.`
				: `You write: “${quote(all[0]?.text ?? text)}”`;
	const body = ['', '### What is in it', '', ...describeText(text)];
	const turn = turns > 0 ? ['', `This is question number ${turns + 1} of our conversation.`] : [];
	return { reasoning, content: [opening, ...body, ...turn].join('\n') };
}
