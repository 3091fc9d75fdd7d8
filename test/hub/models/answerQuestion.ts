import { recognizeEntities, type Entity } from './recognizeEntities';
import { contentWords, sentences, type Stretch } from './text';

export interface FoundAnswer {
	readonly score: number;
	/** UTF-16 offsets into the context, end exclusive. */
	readonly start: number;
	readonly end: number;
	readonly answer: string;
}

const whenPattern =
	/\b(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2})?(?:,? \d{4})?|\b\d{4}\b|\b(?:yesterday|today|tomorrow|noon|midnight)\b/;
const numberPattern =
	/\b\d[\d.,]*(?: ?%| \p{L}+)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|million)\b(?: \p{L}+)?/u;

function entityIn(
	sentence: Stretch,
	groups: ReadonlyArray<Entity['entity_group']>,
	asked: readonly string[],
): Stretch | undefined {
	const found = recognizeEntities(sentence.text).find(
		({ entity_group, word }) =>
			groups.includes(entity_group) && !contentWords(word).every(part => asked.includes(part)),
	);
	return found && { text: found.word, start: sentence.start + found.start, end: sentence.start + found.end };
}

function patternIn(sentence: Stretch, pattern: RegExp): Stretch | undefined {
	const found = pattern.exec(sentence.text);
	return found
		? {
				text: found[0],
				start: sentence.start + found.index,
				end: sentence.start + found.index + found[0].length,
			}
		: undefined;
}

/** The longest part of a sentence between marks and verbs of being that repeats nothing of the question. */
function newPart(sentence: Stretch, asked: readonly string[]): Stretch | undefined {
	const parts = [
		...sentence.text.matchAll(/[^,;:.!?]+?(?=\s+(?:is|are|was|were|because|and)\s|[,;:.!?]|$)/g),
	];
	const candidates = parts.map(match => {
		const text = match[0].trim().replace(/^(?:is|are|was|were|because|and|that|the fact that)\s+/i, '');
		const start = sentence.start + match.index + match[0].indexOf(text);
		const own = contentWords(text);
		const fresh =
			own.filter(word => !asked.includes(word)).length - 2 * own.filter(word => asked.includes(word)).length;
		return { stretch: { text, start, end: start + text.length }, fresh };
	});
	return candidates.toSorted((a, b) => b.fresh - a.fresh)[0]?.stretch;
}

/** What in the sentence answers a question of this kind. */
function answerIn(sentence: Stretch, question: string, asked: readonly string[]): Stretch | undefined {
	const lower = question.toLowerCase();
	if (/\bwho(?:se|m)?\b/.test(lower)) {
		return entityIn(sentence, ['PER', 'ORG'], asked);
	}
	if (/\bwhere\b|\bwhich (?:city|country|place)\b/.test(lower)) {
		return entityIn(sentence, ['LOC', 'ORG'], asked);
	}
	if (/\bwhen\b|\bwhat (?:year|date|day)\b|\bwhich year\b/.test(lower)) {
		return patternIn(sentence, whenPattern);
	}
	if (/\bhow (?:many|much|old|long|far|tall|big)\b/.test(lower)) {
		return patternIn(sentence, numberPattern);
	}
	if (/\b(?:name|capital|called)\b/.test(lower)) {
		return entityIn(sentence, ['PER', 'LOC', 'ORG', 'MISC'], asked);
	}
	return undefined;
}

/** The stretch of the context that answers the question: in the sentence that shares most words with it. */
export function answerQuestion(question: string, context: string): FoundAnswer {
	const asked = contentWords(question);
	const ranked = sentences(context)
		.map(sentence => {
			const own = contentWords(sentence.text);
			return {
				sentence,
				shared: asked.filter(word => own.includes(word)).length / Math.max(1, asked.length),
			};
		})
		.toSorted((a, b) => b.shared - a.shared || a.sentence.start - b.sentence.start);
	for (const { sentence, shared } of ranked) {
		const found = answerIn(sentence, question, asked);
		if (found) {
			return { score: 0.3 + 0.65 * shared, start: found.start, end: found.end, answer: found.text };
		}
	}
	const best = ranked[0];
	const part = best && (newPart(best.sentence, asked) ?? best.sentence);
	return part
		? { score: 0.1 + 0.4 * best.shared, start: part.start, end: part.end, answer: part.text }
		: { score: 0, start: 0, end: 0, answer: '' };
}
