const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric' });

/** When something was, as seen from `now`: “14:03”, or “Nov 21, 14:03” for another day. Both in epoch milliseconds. */
export function formatTime(at: number, now: number): string {
	const time = TIME.format(at);
	return DAY.format(at) === DAY.format(now) ? time : `${DAY.format(at)}, ${time}`;
}
