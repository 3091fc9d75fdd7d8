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
	return {
		kind: 'fills',
		text,
		mask: MASKS.find(mask => text.includes(mask)) ?? '[MASK]',
		fills: list.map(readFill).sort((a, b) => b.score - a.score),
	};
}

function readFill(element: unknown): Fill {
	const score = isRecord(element) ? readScore(element.score) : undefined;
	if (isRecord(element) && typeof element.token_str === 'string' && score !== undefined) {
		const { token_str: token, sequence } = element;
		return { token: token.trim(), score, sequence: typeof sequence === 'string' ? sequence : '' };
	}
	throw illegalAnswer('words with scores from 0 to 1', element);
}
