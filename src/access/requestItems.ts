import type { AccessRequest, RequestStatus } from '../hub/hubAccess';
import { localDate } from '../util/localTime';

/** One request as a row of the list says it. */
export interface RequestWords {
	readonly label: string;
	readonly description: string;
	/** What the repo's form asked, as it was answered; it is text of a stranger's. */
	readonly detail: string;
}

/** What heads the rows of each status. */
export const STATUS_WORDS: Readonly<Record<RequestStatus, string>> = {
	pending: 'waiting',
	accepted: 'accepted',
	rejected: 'rejected',
};

const LONGEST = 200;

export function requestWords({
	user,
	fullName,
	email,
	askedAt,
	fields,
	grantedBy,
}: AccessRequest): RequestWords {
	const facts = [
		...(fullName === undefined ? [] : [fullName]),
		...(email === undefined ? [] : [email]),
		...(askedAt === undefined ? [] : [`asked ${localDate(askedAt)}`]),
		...(grantedBy === undefined ? [] : [`let in by ${grantedBy}`]),
	];
	const answers = fields.map(([name, value]) => `${name}: ${value}`).join(' · ');
	const line = answers.replace(/\s+/g, ' ');
	return {
		label: user,
		description: facts.join(' · '),
		detail: line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line,
	};
}

/** What can be done with a request: nothing that it is already. */
export function answersFor(status: RequestStatus): ReadonlyArray<'accept' | 'reject'> {
	switch (status) {
		case 'pending':
			return ['accept', 'reject'];
		case 'accepted':
			return ['reject'];
		case 'rejected':
			return ['accept'];
	}
}
