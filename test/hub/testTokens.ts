import { randomInt } from 'node:crypto';
import type { AccountName } from './accounts';

/** What the tests want a token for. */
export const TOKEN_NAMES = [
	'read',
	'write',
	'fineGrainedInference',
	'fineGrainedNoInference',
	'fineGrainedGated',
	'fineGrainedOrg',
	'fineGrainedOrgWrite',
	'expired',
	'revoked',
	'otherUser',
	'orgAdmin',
	'noCredits',
	'oauth',
	'old',
	'expiring',
] as const;

export type TokenName = (typeof TOKEN_NAMES)[number];

/** Values made anew in every process, so that none is ever written into a file that is kept. */
export type TestTokens = Readonly<Record<TokenName, string>>;

/** The rights of a fine-grained token over one user, organization or repository. */
export interface TokenScope {
	readonly entity: { readonly type: 'user' | 'org' | 'model' | 'dataset' | 'space'; readonly name: string };
	readonly permissions: readonly string[];
}

export type TokenGrant =
	| { readonly role: 'read' | 'write' }
	/** Without scopes, it may do what its account may. */
	| { readonly role: 'oauth'; readonly expiresAt: string; readonly scopes?: readonly string[] }
	| {
			readonly role: 'fineGrained';
			readonly canReadGatedRepos: boolean;
			readonly global: readonly string[];
			readonly scoped: readonly TokenScope[];
	  };

export interface TokenRecord {
	readonly account: AccountName;
	readonly displayName: string;
	/** `unknown` tokens look right, but the Hub has never seen them or has forgotten them. */
	readonly state: 'active' | 'expired' | 'unknown';
	/** Its age in days; 10 unless it says so. */
	readonly age?: number;
	readonly grant: TokenGrant;
}

/** Lets a token call the Inference Providers on behalf of the entity that it is granted for. */
export const INFERENCE_PERMISSION = 'inference.serverless.write';

const userAda = { type: 'user', name: 'ada' } as const;

export const TOKEN_RECORDS = {
	read: { account: 'ada', displayName: 'ada-read', state: 'active', grant: { role: 'read' } },
	write: { account: 'ada', displayName: 'ada-write', state: 'active', grant: { role: 'write' } },
	fineGrainedInference: {
		account: 'ada',
		displayName: 'vscode',
		state: 'active',
		grant: {
			role: 'fineGrained',
			canReadGatedRepos: false,
			global: [],
			scoped: [{ entity: userAda, permissions: [INFERENCE_PERMISSION, 'repo.content.read'] }],
		},
	},
	fineGrainedNoInference: {
		account: 'ada',
		displayName: 'no-inference',
		state: 'active',
		grant: {
			role: 'fineGrained',
			canReadGatedRepos: false,
			global: ['discussion.write'],
			scoped: [{ entity: userAda, permissions: ['repo.content.read', 'repo.write'] }],
		},
	},
	fineGrainedGated: {
		account: 'ada',
		displayName: 'gated-reader',
		state: 'active',
		grant: {
			role: 'fineGrained',
			canReadGatedRepos: true,
			global: [],
			scoped: [{ entity: userAda, permissions: ['repo.content.read'] }],
		},
	},
	fineGrainedOrg: {
		account: 'ada',
		displayName: 'acme-inference',
		state: 'active',
		grant: {
			role: 'fineGrained',
			canReadGatedRepos: false,
			global: [],
			scoped: [
				{ entity: { type: 'org', name: 'acme' }, permissions: [INFERENCE_PERMISSION, 'repo.content.read'] },
			],
		},
	},
	fineGrainedOrgWrite: {
		account: 'ada',
		displayName: 'acme-writer',
		state: 'active',
		grant: {
			role: 'fineGrained',
			canReadGatedRepos: false,
			global: [],
			scoped: [
				{ entity: { type: 'org', name: 'acme' }, permissions: ['repo.content.read', 'repo.write'] },
				{ entity: userAda, permissions: [INFERENCE_PERMISSION] },
			],
		},
	},
	expired: { account: 'ada', displayName: 'last-year', state: 'expired', grant: { role: 'read' } },
	revoked: { account: 'ada', displayName: 'revoked', state: 'unknown', grant: { role: 'write' } },
	otherUser: { account: 'bram', displayName: 'bram-read', state: 'active', grant: { role: 'read' } },
	orgAdmin: { account: 'bram', displayName: 'bram-write', state: 'active', grant: { role: 'write' } },
	noCredits: { account: 'chiara', displayName: 'chiara-read', state: 'active', grant: { role: 'read' } },
	oauth: {
		account: 'bram',
		displayName: 'oauth-bram',
		state: 'active',
		grant: { role: 'oauth', expiresAt: '2099-01-01T00:00:00.000Z' },
	},
	old: { account: 'ada', displayName: 'laptop', state: 'active', age: 120, grant: { role: 'read' } },
	expiring: {
		account: 'bram',
		displayName: 'oauth-bram-ending',
		state: 'active',
		grant: { role: 'oauth', expiresAt: new Date(Date.now() + 3 * 24 * 60 * 60 * 1000).toISOString() },
	},
} as const satisfies Record<TokenName, TokenRecord>;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function letters(count: number): string {
	return Array.from({ length: count }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
}

/** A fresh value of the right shape for every name: `hf_` and 34 letters; for OAuth a longer tail. */
export function makeTestTokens(): TestTokens {
	const value = (name: TokenName) =>
		name === 'oauth' || name === 'expiring' ? `hf_oauth_${letters(48)}` : `hf_${letters(34)}`;
	return Object.fromEntries(TOKEN_NAMES.map(name => [name, value(name)])) as Record<TokenName, string>;
}
