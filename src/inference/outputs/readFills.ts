import type { Fill, OutputOf } from '../../shared/output';
import { isRecord } from '../../util/isRecord';
import { illegalAnswer } from './illegalAnswer';
import { readScore } from './readScore';

/** How models spell a missing token: BERT's family, and RoBERTa's. */
const MASKS = ['[MASK]', '<mask>'];

/**
 * What could fill the blank: `[{score, token, token_str, sequence}]`, the likeliest first; in a list of lists where the text
 * has several blanks, of which the first one is shown.
 */
export function readFills(answer: unknown, text: string): OutputOf<'fills'> {
	const list: unknown = Array.isArray(answer) && Array.isArray(answer[0]) ? answer[0] : answer;
	if (!Array.isArray(list) || list.length === 0) {
		throw illegalAnswer('a list of words', answer);
	}
	const mask = MASKS.find(mask => text.includes(mask)) ?? '[MASK]';
	return {
		kind: 'fills',
		text,
		mask,
		fills: list.map(element => readFill(element, text, mask)).sort((a, b) => b.score - a.score),
	};
}

function readFill(element: unknown, text: string, mask: string): Fill {
	const score = isRecord(element) ? readScore(element.score) : undefined;
	if (isRecord(element) && typeof element.token_str === 'string' && score !== undefined) {
		const token = element.token_str.trim();
		const sequence = typeof element.sequence === 'string' ? element.sequence : '';
		return { token, score, sequence: filled(text, mask, token) ?? sequence };
	}
	throw illegalAnswer('words with scores from 0 to 1', element);
}

/** The text with a word in the place of its blank. A model that knows no capitals writes the whole sentence without them. */
function filled(text: string, mask: string, token: string): string | undefined {
	const at = text.indexOf(mask);
	if (at < 0) {
		return undefined;
	}
	const [before, after] = [text.slice(0, at), text.slice(at + mask.length)];
	// A piece of a word, as BERT's family writes it, ends the word before it.
	return token.startsWith('##') ? before.trimEnd() + token.slice(2) + after : before + token + after;
}
