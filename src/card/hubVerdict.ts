import type { CardVerdict } from '../hub/facts';
import type { CardDocument } from './cardDocument';
import type { CardFinding } from './cardFinding';

/** What the Hub says of a card, at the fields that it names, else at the head. */
export function hubVerdict(card: CardDocument, { errors, warnings }: CardVerdict): readonly CardFinding[] {
	const finding = (message: string, severity: 'error' | 'warning'): CardFinding => {
		const name = /["“]([\w-]+)(?:\[\d+\])?["”]/.exec(message)?.[1];
		const { from, to } = card.entries.find(entry => entry.name === name)?.key ?? { from: 0, to: 3 };
		return { from, to, severity, message: `The Hub says: ${message}`, fixes: [] };
	};
	return [
		...errors.map(message => finding(message, 'error')),
		...warnings.map(message => finding(message, 'warning')),
	];
}
