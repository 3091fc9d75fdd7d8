import { tokenAge, type TokenAge } from '../tokens/tokenAge';
import type { TokenRecord } from '../tokens/tokenRecord';

/** A token that the user is to be reminded of now. */
export interface DueReminder {
	readonly record: TokenRecord;
	readonly age: TokenAge;
}

const URGENCY: Readonly<Record<TokenAge['kind'], number>> = { ended: 0, ending: 1, old: 2 };

/** The tokens that are old, end soon or have ended, and were not spoken of lately; the most urgent first. */
export function dueReminders(
	records: readonly TokenRecord[],
	now: number,
	remindAfterDays: number,
): readonly DueReminder[] {
	return records
		.flatMap(record => {
			const age = now < (record.remindAt ?? 0) ? undefined : tokenAge(record, now, remindAfterDays);
			return age ? [{ record, age }] : [];
		})
		.sort((one, other) => URGENCY[one.age.kind] - URGENCY[other.age.kind]);
}
