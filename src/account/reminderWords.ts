import { ageWords } from '../ui/ageWords';
import { tokenName } from '../ui/tokenWords';
import type { DueReminder } from './dueReminders';

/** How many are named where there are several. */
const NAMED = 3;

/** One message about all tokens that are due. */
export function reminderWords(due: readonly DueReminder[]): string {
	const [first] = due;
	if (first !== undefined && due.length === 1) {
		return `${tokenName(first.record)}: ${ageOf(first)}. Replace it with a new one.`;
	}
	const named = due.slice(0, NAMED).map(one => `${tokenName(one.record)} (${ageOf(one)})`);
	const more = due.length - named.length;
	const all = [...named, ...(more > 0 ? [`${more} more`] : [])];
	return `Replace ${due.length} access tokens with new ones: ${all.slice(0, -1).join(', ')} and ${all.at(-1)}.`;
}

function ageOf({ age }: DueReminder): string {
	return ageWords(age).toLowerCase();
}
