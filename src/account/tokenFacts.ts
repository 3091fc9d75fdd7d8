import type { Identity } from '../hub/identity';
import type { NewToken } from '../tokens/tokens';

/** What is kept about a token, from what the Hub said about it. */
export function tokenFacts(identity: Identity, name: string): NewToken {
	const { user, role, scopes, organisations, isPro, createdAt } = identity;
	return {
		name,
		user,
		role,
		isPro,
		organisations: organisations.map(organisation => ({
			name: organisation.name,
			canPay: organisation.canPay,
		})),
		...(scopes === undefined ? {} : { scopes }),
		...(createdAt === undefined ? {} : { createdAt }),
	};
}
