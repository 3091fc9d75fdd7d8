/** The role of a member, from least to most. */
export type OrgRole = 'read' | 'contributor' | 'write' | 'admin';

export interface Organization {
	readonly name: string;
	readonly fullname: string;
	readonly canPay: boolean;
	readonly isEnterprise: boolean;
}

export interface Membership {
	readonly org: OrganizationName;
	readonly role: OrgRole;
}

export interface Account {
	readonly name: string;
	readonly fullname: string;
	readonly email: string;
	readonly isPro: boolean;
	readonly canPay: boolean;
	/** False once the month's included credits are used up: every routed inference is then answered with 402. */
	readonly hasCredits: boolean;
	/** The user's own order of providers, what the router's `:preferred` suffix follows. */
	readonly preferredProviders: readonly string[];
	readonly memberships: readonly Membership[];
}

export const ORGANIZATIONS = {
	acme: { name: 'acme', fullname: 'Acme Research', canPay: true, isEnterprise: true },
	tulip: { name: 'tulip', fullname: 'Tulip Open Lab', canPay: false, isEnterprise: false },
} as const satisfies Record<string, Organization>;

export type OrganizationName = keyof typeof ORGANIZATIONS;

/** Three people: one who may write in an organization, one who runs it, and one who may do little and has no credits left. */
export const ACCOUNTS = {
	ada: {
		name: 'ada',
		fullname: 'Ada Lovelace',
		email: 'ada@example.test',
		isPro: false,
		canPay: true,
		hasCredits: true,
		preferredProviders: ['scaleway', 'together', 'novita'],
		memberships: [{ org: 'acme', role: 'write' }],
	},
	bram: {
		name: 'bram',
		fullname: 'Bram Stoker',
		email: 'bram@example.test',
		isPro: true,
		canPay: true,
		hasCredits: true,
		preferredProviders: [],
		memberships: [
			{ org: 'acme', role: 'admin' },
			{ org: 'tulip', role: 'contributor' },
		],
	},
	chiara: {
		name: 'chiara',
		fullname: 'Chiara Lubich',
		email: 'chiara@example.test',
		isPro: false,
		canPay: false,
		hasCredits: false,
		preferredProviders: [],
		memberships: [{ org: 'tulip', role: 'read' }],
	},
} as const satisfies Record<string, Account>;

export type AccountName = keyof typeof ACCOUNTS;

export function isOrganizationName(name: string): name is OrganizationName {
	return Object.hasOwn(ORGANIZATIONS, name);
}
