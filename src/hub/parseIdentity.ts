import { ProblemError } from '../util/problemError';
import { isRecord } from '../util/isRecord';
import type { EntityScope, FineGrained } from '../shared/fineGrained';
import type { Identity, Organisation } from './identity';

/** Entities that always have a name. */
const NAMED: readonly string[] = ['user', 'org'];

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
	const fineGrained = fineGrainedOf(accessToken.fineGrained);
	const createdAt = timeOf(accessToken.createdAt);
	const expiresAt = timeOf(auth.expiresAt);
	return {
		user: answer.name,
		...(typeof fullname === 'string' && fullname !== '' && { fullName: fullname }),
		isPro: answer.isPro === true,
		organisations: organisationsOf(answer.orgs),
		tokenName: textOf(accessToken.displayName) ?? answer.name,
		role: textOf(accessToken.role) ?? textOf(auth.type) ?? 'unknown',
		...(fineGrained && { fineGrained }),
		...(createdAt !== undefined && { createdAt }),
		...(expiresAt !== undefined && { expiresAt }),
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

function fineGrainedOf(value: unknown): FineGrained | undefined {
	if (!isRecord(value)) {
		return undefined;
	}
	return {
		canReadGatedRepos: value.canReadGatedRepos === true,
		global: textsOf(value.global),
		scoped: listOf(value.scoped).filter(isRecord).flatMap(scopeOf),
	};
}

/**
 * A permission for a user or an organisation without a name would be shown as one for everybody, so it is left out. Other things,
 * such as a group of resources, may have none; what they allow is not to be taken for refused.
 */
function scopeOf({ entity, permissions }: Readonly<Record<string, unknown>>): readonly EntityScope[] {
	const { type, name = '' } = isRecord(entity) ? entity : {};
	return typeof type === 'string' && typeof name === 'string' && (name !== '' || !NAMED.includes(type))
		? [{ entity: { type, name }, permissions: textsOf(permissions) }]
		: [];
}

function textsOf(value: unknown): readonly string[] {
	return listOf(value).filter(one => typeof one === 'string');
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
