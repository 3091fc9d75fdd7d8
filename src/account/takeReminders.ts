import type { Tokens } from '../tokens/tokens';
import type { Claims } from '../util/claims';
import { type DueReminder, dueReminders } from './dueReminders';

const DAY = 24 * 60 * 60 * 1000;
/** Days until a reminder comes again. */
const AGAIN = 30;
/** Days before its end in which a token is reminded of once more, also where it was said lately that it is old. */
const SOON = 7;

export interface RemindersDeps {
	readonly tokens: Pick<Tokens, 'records' | 'update'>;
	readonly claims: Claims;
	readonly remindAfterDays: number;
	readonly now: number;
	readonly signal: AbortSignal;
	/** Hears why it could not be kept that a token was spoken of; it is, all the same. */
	readonly onError: (error: unknown) => void;
}

/**
 * The tokens that this window is to speak of now, and no other one: each is claimed before it is spoken of, by its value and the
 * reminder that was last, so that a new value and the next month are new claims.
 */
export async function takeReminders(deps: RemindersDeps): Promise<readonly DueReminder[]> {
	const { tokens, claims, remindAfterDays, now, signal, onError } = deps;
	const due = dueReminders(tokens.records, now, remindAfterDays);
	if (due.length === 0) {
		return [];
	}
	const taken = await claims.take(due.map(keyOf), now, now + AGAIN * DAY, signal);
	const mine = due.filter(one => taken.includes(keyOf(one)));
	for (const one of mine) {
		await tokens.update(one.record.id, { remindAt: nextOf(one, now) }).catch(onError);
	}
	return mine;
}

function keyOf({ record: { id, createdAt, addedAt, remindAt } }: DueReminder): string {
	return `${id} ${createdAt ?? addedAt} ${remindAt ?? 0}`;
}

function nextOf({ record: { expiresAt }, age }: DueReminder, now: number): number {
	const again = now + AGAIN * DAY;
	return age.kind === 'old' && expiresAt !== undefined ? Math.min(again, expiresAt - SOON * DAY) : again;
}
