import { ProblemError } from '../util/problemError';
import { isRecord } from '../util/isRecord';
import type { Identity, Organisation } from './identity';

/**
 * Reads the answer of `GET /api/whoami-v2`. The client package's types know neither fine-grained tokens nor OAuth
 * answers, which have no `accessToken`; so nothing is taken from them on trust.
 */
export function parseIdentity(answer: unknown): Identity {
	if (!isRecord(answer) || typeof answer.name !== 'string' || !isRecord(answer.auth)) {
		throw new ProblemError({ code: 'protocol', detail: 'The Hub did not say whose token this is.' });
	}
	const { auth, fullname } = answer;
	const accessToken = isRecord(auth.accessToken) ? auth.accessToken : {};
	const scopes = scopesOf(accessToken.fineGrained);
	const createdAt = timeOf(accessToken.createdAt);
	return {
		user: answer.name,
		...(typeof fullname === 'string' && fullname !== '' && { fullName: fullname }),
		isPro: answer.isPro === true,
		organisations: organisationsOf(answer.orgs),
		tokenName: textOf(accessToken.displayName) ?? answer.name,
		role: textOf(accessToken.role) ?? textOf(auth.type) ?? 'unknown',
		...(scopes && { scopes }),
		...(createdAt !== undefined && { createdAt }),
	};
}

function organisationsOf(orgs: unknown): readonly Organisation[] {
	return listOf(orgs)
		.filter(isRecord)
		.flatMap(({ name, canPay, roleInOrg }) => {
			const role = textOf(roleInOrg);
			return typeof name === 'string' ? [{ name, canPay: canPay === true, ...(role && { role }) }] : [];
		});
}

/** Every permission of a fine-grained token, whichever user, organisation or repo it is granted for. */
function scopesOf(fineGrained: unknown): readonly string[] | undefined {
	if (!isRecord(fineGrained)) {
		return undefined;
	}
	const { global, scoped } = fineGrained;
	const lists = listOf(scoped)
		.filter(isRecord)
		.map(scope => scope.permissions);
	const scopes = [global, ...lists].flatMap(listOf).filter(scope => typeof scope === 'string');
	return [...new Set(scopes)];
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The client makes a `Date` of it where it can. */
function timeOf(value: unknown): number | undefined {
	const time = value instanceof Date ? value.getTime() : Date.parse(typeof value === 'string' ? value : '');
	return Number.isNaN(time) ? undefined : time;
}

function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}
