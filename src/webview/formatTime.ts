import { lazily } from '../shared/lazily';

// The first of them has the browser load its tables, which takes some 20 ms: not before the page shows anything.
const TIME = lazily(() => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }));
const DAY = lazily(() => new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric' }));

/** When something was, as seen from `now`: “14:03”, or “Nov 21, 14:03” for another day. Both in epoch milliseconds. */
export function formatTime(at: number, now: number): string {
	const time = TIME().format(at);
	const day = DAY().format(at);
	return day === DAY().format(now) ? time : `${day}, ${time}`;
}
