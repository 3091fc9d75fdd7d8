import type { Problem } from '../shared/problem';
import { ProblemError } from '../util/problemError';
import { canBill } from './canBill';
import { permits } from './permits';
import type { Need } from './tokenForNeed';
import type { TokenRecord } from './tokenRecord';

/** Throws where a token is known not to do what is needed. */
export function checkPermission(record: TokenRecord, need: Need): void {
	const refusal = refusalOf(record, need);
	if (refusal) {
		throw new ProblemError(refusal);
	}
}

/** Why a token is known not to do what is needed: `token.permission`, or `billing.organization` for who is to pay. */
export function refusalOf(record: TokenRecord, { permission, on }: Need): Problem | undefined {
	if (permission === 'inference' && on !== undefined && !canBill(record, on)) {
		return { code: 'billing.organization', organization: on, user: record.user, tokenId: record.id };
	}
	if (permits(record, permission, on) === false) {
		return {
			code: 'token.permission',
			permission,
			...(on !== undefined && on !== record.user && { on }),
			detail: `“${record.name}” was created without it.`,
			tokenId: record.id,
		};
	}
	return undefined;
}
