import type { Span } from '../../shared/output';
import { foldWord, wordFinder, type Stretch } from './findWord';
import { textOffsets, type OffsetReading } from './textOffsets';

/** A labelled word as a server gives it: the offsets may be missing, wrong, or counted in other units than ours. */
export interface Entity {
	readonly label: string;
	/** From 0 to 1. */
	readonly score: number;
	/** As the tokenizer left it: lower case, without accents, with blanks in other places, or empty. */
	readonly word: string;
	readonly start?: number;
	readonly end?: number;
}

/**
 * Where the entities are in `text`: in order, without overlaps (the surer one stays) and without blanks at their edges.
 * Offsets are believed where the text there is the entity's word; elsewhere the word is looked for. An entity whose
 * word is nowhere (such as `[UNK]`) stays where its offsets put it, and is left out if it has none.
 */
export function alignSpans(text: string, entities: readonly Entity[]): Span[] {
	const read = likeliestReading(text, entities);
	const find = wordFinder(text);
	const placed: Span[] = [];
	let cursor = 0;
	for (const entity of entities) {
		const claimed = claimedStretch(text, entity, read);
		const stretch =
			claimed && isWord(text, claimed, entity.word)
				? claimed
				: (find(entity.word, claimed ? { near: claimed.start } : { from: cursor }) ?? claimed);
		if (stretch) {
			placed.push({ label: entity.label, score: entity.score, ...stretch });
			cursor = stretch.end;
		}
	}
	return withoutOverlaps(placed);
}

/** Servers count alike throughout an answer: the reading under which most entities are their words. */
function likeliestReading(text: string, entities: readonly Entity[]): OffsetReading {
	const counted = textOffsets(text).map(read => ({
		read,
		hits: entities.filter(entity => {
			const stretch = claimedStretch(text, entity, read);
			return stretch !== undefined && isWord(text, stretch, entity.word);
		}).length,
	}));
	return counted.reduce((best, other) => (other.hits > best.hits ? other : best)).read;
}

function claimedStretch(text: string, entity: Entity, read: OffsetReading): Stretch | undefined {
	if (entity.start === undefined || entity.end === undefined) {
		return undefined;
	}
	const start = read(entity.start);
	const end = read(entity.end);
	if (start === undefined || end === undefined || start >= end) {
		return undefined;
	}
	const claimed = text.slice(start, end);
	const blanksBefore = claimed.length - claimed.trimStart().length;
	const trimmed = claimed.trim();
	return trimmed === ''
		? undefined
		: { start: start + blanksBefore, end: start + blanksBefore + trimmed.length };
}

function isWord(text: string, { start, end }: Stretch, word: string): boolean {
	return foldWord(text.slice(start, end)) === foldWord(word);
}

function withoutOverlaps(spans: readonly Span[]): Span[] {
	const kept: Span[] = [];
	for (const span of [...spans].sort((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start))) {
		if (kept.every(other => span.end <= other.start || span.start >= other.end)) {
			kept.push(span);
		}
	}
	return kept.sort((a, b) => a.start - b.start);
}
