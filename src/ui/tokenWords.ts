import type { TokenOrigin, Resolution } from '../tokens/resolution';
import type { TokenRecord } from '../tokens/tokenRecord';

/** What a token may do, as the Hub's own role and permissions say. */
type Rights = Pick<TokenRecord, 'role' | 'scopes'>;

const ROLES: Readonly<Record<string, string>> = {
	read: 'read',
	write: 'write',
	fineGrained: 'fine-grained',
	oauth: 'sign-in',
};

/** The Hub's fine-grained permissions in words; one that is not here is shown by its own name. */
const ABILITIES: Readonly<Record<string, string>> = {
	'inference.serverless.write': 'run inference',
	'inference.endpoints.infer.write': 'call Inference Endpoints',
	'inference.endpoints.write': 'manage Inference Endpoints',
	'repo.content.read': 'read repos',
	'repo.write': 'write repos',
	'job.write': 'start Jobs',
	'discussion.write': 'write in discussions',
	'post.write': 'write posts',
	'collection.read': 'read collections',
	'collection.write': 'edit collections',
	'user.billing.read': 'read billing',
	'user.webhooks.read': 'read webhooks',
	'user.webhooks.write': 'edit webhooks',
	'org.read': 'read organizations',
	'org.write': 'edit organizations',
};

/** A role as people say it: `fine-grained`. */
export function roleWords(role: string): string {
	return Object.hasOwn(ROLES, role) ? (ROLES[role] ?? role) : role;
}

/** What a token may do, in words: `read repos, run inference`. */
export function abilityWords({ role, scopes }: Rights): string {
	if (role === 'read') {
		return 'read your repos, run inference';
	}
	if (role === 'write') {
		return 'read and write your repos, run inference, start Jobs';
	}
	if (scopes === undefined) {
		return 'not told by the Hub';
	}
	const words = scopes.map(scope => (Object.hasOwn(ABILITIES, scope) ? ABILITIES[scope] : scope));
	return words.length === 0 ? 'nothing beyond what is public' : [...new Set(words)].join(', ');
}

/** A token of the vault as part of a sentence. Facts that got lost leave it without a user. */
export function tokenName({ name, user }: { readonly name: string; readonly user: string }): string {
	return user === '' ? `“${name}”` : `“${name}” of ${user}`;
}

/** A token by the place that it comes from, as part of a sentence. */
export function originWords(origin: TokenOrigin): string {
	switch (origin.kind) {
		case 'vault':
			return tokenName(origin);
		case 'environment':
			return `${origin.variable} of the environment`;
		case 'cli':
			return 'the token of the hf command line';
	}
}

/** Which token is used here, and why, in one sentence. */
export function usedWords({ origin, reason }: Resolution): string {
	if (origin === undefined || reason === undefined) {
		return 'No token is used here: only what is public can be seen, and no model can be run.';
	}
	const used = `Used here: ${originWords(origin)}`;
	switch (reason) {
		case 'workspace':
			return `${used}, chosen for this workspace.`;
		case 'default':
			return `${used}, the default token.`;
		case 'environment':
			return `${used}, because no token of yours is the default.`;
		case 'cli':
			return `${used}, because no token of yours is the default and HF_TOKEN is not set.`;
	}
}
