import type { Identity } from '../hub/identity';
import type { NewToken } from '../tokens/tokens';

/** What is kept about a token, from what the Hub said about it. */
export function tokenFacts(identity: Identity, name: string): NewToken {
	const { user, role, fineGrained, organisations, isPro, createdAt, expiresAt } = identity;
	return {
		name,
		user,
		role,
		isPro,
		organisations: organisations.map(organisation => ({
			name: organisation.name,
			canPay: organisation.canPay,
		})),
		...(fineGrained === undefined ? {} : { fineGrained }),
		...(createdAt === undefined ? {} : { createdAt }),
		...(expiresAt === undefined ? {} : { expiresAt }),
	};
}
