import { ProblemError } from '../util/problemError';
import { canBill } from './canBill';
import { permits } from './permits';
import type { Need } from './tokenForNeed';
import type { TokenRecord } from './tokenRecord';

/** Throws where a token is known not to do what is needed: `token.permission`, or `billing.organization` for who is to pay. */
export function checkPermission(record: TokenRecord, { permission, on }: Need): void {
	if (permission === 'inference' && on !== undefined && !canBill(record, on)) {
		throw new ProblemError({
			code: 'billing.organization',
			organization: on,
			user: record.user,
			tokenId: record.id,
		});
	}
	if (permits(record, permission, on) === false) {
		throw new ProblemError({
			code: 'token.permission',
			permission,
			...(on !== undefined && on !== record.user && { on }),
			detail: `“${record.name}” was created without it.`,
			tokenId: record.id,
		});
	}
}
