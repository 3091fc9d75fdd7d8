import { isRecord } from '../util/isRecord';
import { type AccessRequest, REQUEST_STATUSES } from './hubAccess';

/** Reads one entry of `GET /api/{type}s/{id}/user-access-request/{status}`. Nothing where it names nobody. */
export function parseAccessRequest(entry: unknown): AccessRequest | undefined {
	if (!isRecord(entry) || !isRecord(entry.user) || typeof entry.user.user !== 'string') {
		return undefined;
	}
	const { user, fullname, email } = entry.user;
	const status = REQUEST_STATUSES.find(one => one === entry.status);
	const askedAt = Date.parse(typeof entry.timestamp === 'string' ? entry.timestamp : '');
	const grantedBy = isRecord(entry.grantedBy) ? entry.grantedBy.user : entry.grantedBy;
	return status === undefined
		? undefined
		: {
				user,
				status,
				...(typeof fullname === 'string' && fullname !== '' && { fullName: fullname }),
				...(typeof email === 'string' && email !== '' && { email }),
				...(!Number.isNaN(askedAt) && { askedAt }),
				fields: fieldsOf(entry.fields),
				...(typeof grantedBy === 'string' && { grantedBy }),
			};
}

/** What the form asked: texts, and boxes that were ticked. */
function fieldsOf(fields: unknown): AccessRequest['fields'] {
	return Object.entries(isRecord(fields) ? fields : {}).flatMap(([name, value]) => {
		const words = typeof value === 'boolean' ? (value ? 'yes' : 'no') : textOf(value);
		return words === '' ? [] : [[name, words] as const];
	});
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}
