import type { Resolution, TokenLocation, TokenReference } from '../tokens/resolution';
import type { Rights } from '../tokens/permits';
import type { SourceOrigin } from '../tokens/sourceFacts';
import { scopeWords } from './scopeWords';
import { signInAbilities } from './signInAbilities';

const ROLES: Readonly<Record<string, string>> = {
	read: 'read',
	write: 'write',
	fineGrained: 'fine-grained',
	oauth: 'sign-in',
};

/** A role as people say it: `fine-grained`. */
export function roleWords(role: string): string {
	return Object.hasOwn(ROLES, role) ? (ROLES[role] ?? role) : role;
}

/** Everything that a token may do, each in words: `run inference`, `write to org acme`. Nothing where it is not known. */
export function abilities({ role, fineGrained, signIn }: Rights): readonly string[] | undefined {
	if (signIn) {
		return signInAbilities(signIn.scopes);
	}
	if (role === 'read') {
		return ['read your repos', 'read gated repos', 'run inference'];
	}
	if (role === 'contributor') {
		return ['read your repos', 'read gated repos', 'run inference', 'write to repos that you have made'];
	}
	if (role === 'write' || role === 'admin') {
		return ['read and write your repos', 'read gated repos', 'run inference', 'start Jobs'];
	}
	if (fineGrained === undefined) {
		return undefined;
	}
	const words = [
		...fineGrained.scoped.flatMap(({ entity, permissions }) =>
			permissions.map(permission => scopeWords(permission, entity)),
		),
		...(fineGrained.canReadGatedRepos ? ['read gated repos'] : []),
		...fineGrained.global.map(permission => scopeWords(permission, undefined)),
	];
	return [...new Set(words)];
}

/** What a token may do, in one line: `read your repos, run inference`. */
export function abilityWords(rights: Rights): string {
	const words = abilities(rights);
	if (words === undefined) {
		return 'not told by the Hub';
	}
	return words.length === 0 ? 'nothing beyond what is public' : words.join(', ');
}

/** A token of the vault as part of a sentence. Facts that got lost leave it without a user. */
export function tokenName({ name, user }: { readonly name: string; readonly user: string }): string {
	return user === '' ? `“${name}”` : `“${name}” of ${user}`;
}

/** A token by the place that it comes from, as part of a sentence. */
export function originWords(origin: TokenLocation): string {
	switch (origin.kind) {
		case 'vault':
			return tokenName(origin);
		case 'environment':
			return `${origin.variable} of the environment`;
		case 'cli':
			return origin.name === undefined
				? 'the token of the hf command line'
				: `“${origin.name}” of the hf command line`;
		case 'stored':
			return `“${origin.name}” of the hf command line`;
	}
}

/** A place outside of the vault as part of a sentence. */
export function sourceWords(origin: SourceOrigin): string {
	return origin.kind === 'envFile' ? `${origin.variable} of ${origin.path}` : originWords(origin);
}

/** Which token is used here, and why, in one sentence; two where what was chosen is gone. */
export function usedWords(resolution: Resolution): string {
	const gone = resolution.missing && missingWords(resolution.missing);
	return gone === undefined ? usedSentence(resolution) : `${gone} ${usedSentence(resolution)}`;
}

function usedSentence({ origin, reason }: Resolution): string {
	if (origin === undefined || reason === undefined) {
		return 'No token is used here: only what is public can be seen, and no model can be run.';
	}
	const used = `Used here: ${originWords(origin)}`;
	switch (reason) {
		case 'workspace':
			return `${used}, chosen for this workspace.`;
		case 'session':
			return `${used}, kept for this window only.`;
		case 'default':
			return `${used}, the default token.`;
		case 'leastPrivilege':
			return `${used}, the one of this account that may do the least and has the permission.`;
		case 'standIn':
			return `${used}, of the same account as the default token, which the Hub has refused.`;
		case 'environment':
			return `${used}, because no token of yours is the default.`;
		case 'cli':
			return `${used}, because no token of yours is the default and HF_TOKEN is not set.`;
	}
}

function missingWords(missing: TokenReference): string {
	switch (missing.kind) {
		case 'vault':
			return 'The token that this workspace has chosen was removed.';
		case 'environment':
			return `This workspace has chosen ${missing.variable}, which is not set.`;
		case 'cli':
			return 'This workspace has chosen the token of the hf command line, which has none.';
		case 'stored':
			return `This workspace has chosen “${missing.name}” of the hf command line, which is gone.`;
	}
}
