import type { Permission } from '../shared/permission';
import type { ProblemCode, ProblemOf } from '../shared/problem';
import { checkToken } from './checkToken';
import { createTokenFor } from './createTokenFor';
import { keyringWords } from './keyringWords';
import { policyWords } from './policyWords';
import type { ProblemWords } from './problemWords';
import { refusedTokenWords } from './refusedTokenWords';
import { REMEDIES } from './remedies';
import { sentences } from './sentences';
import { quotedToken } from './quotedToken';

type Codes = Exclude<Extract<ProblemCode, `token.${string}`>, 'token.cli'>;

const NEEDS: Readonly<Record<Permission, string>> = {
	'hub.read': 'read from the Hub',
	'hub.gated': 'read gated repos',
	'hub.write': 'write to the Hub',
	inference: 'call Inference Providers',
	jobs: 'start Jobs',
};

const WITH_REPO: Readonly<Partial<Record<Permission, string>>> = {
	'hub.read': 'read',
	'hub.gated': 'read the gated repo',
	'hub.write': 'write to',
};

/** What is the matter with the access token that was to be used, in words. */
export const TOKEN_PROBLEM_WORDS: { readonly [C in Codes]: (problem: ProblemOf<C>) => ProblemWords } = {
	'token.missing': ({ permission }) => ({
		title: 'No access token.',
		explanation: `An access token that may ${NEEDS[permission]} is needed. Add one, or create one on the Hub first.`,
		remedies: [REMEDIES.addToken, createTokenFor(permission)],
	}),
	'token.format': ({ detail }) => ({
		title: 'This is not a Hugging Face access token.',
		explanation: detail,
		remedies: [REMEDIES.addToken],
	}),
	'token.invalid': refusedTokenWords,
	'token.expired': problem =>
		problem.renewedBy === 'cli'
			? {
					title: 'The access token has expired.',
					explanation: `${quotedToken(problem.tokenName)} belongs to the hf command line, which renews it when it is used: run “hf auth whoami” in a terminal, or “hf auth login”.`,
					remedies: [REMEDIES.switchToken],
				}
			: refusedTokenWords(problem),
	'token.permission': ({ permission, on, detail, tokenId }) => ({
		title: `The access token may not ${doing(permission, on)}.`,
		explanation: sentences(detail, 'Create a token with this permission, or switch to one that has it.'),
		remedies: [createTokenFor(permission, on), REMEDIES.switchToken, ...checkToken(tokenId)],
	}),
	'token.policy': policyWords,
	'token.origin': ({ origin }) => ({
		title: 'The access token was not sent.',
		explanation: `A request was on its way to ${origin}, which is not allowed to receive this token.`,
		remedies: [REMEDIES.showLog],
	}),
	'token.inAddress': () => ({
		title: 'There is an access token in what was asked for.',
		explanation:
			'Nothing was sent: it would have been part of an address, which servers on the way write down. If the token has been pasted elsewhere as well, revoke it.',
		remedies: [REMEDIES.addToken, { label: 'Revoke Token…', command: 'hfWorkbench.revokeToken' }],
	}),
	'token.consent': ({ origin, tokenName, tokenKey }) => ({
		title: `${tokenName === '' ? 'The token' : `“${tokenName}”`} was not sent to ${hostOf(origin)}.`,
		explanation:
			'The Hub or the router is set to this host, which is not huggingface.co. It gets a token only when you allow it.',
		remedies:
			tokenKey === undefined
				? []
				: [{ label: 'Allow…', command: 'hfWorkbench.allowHost', args: [{ tokenKey }] }],
	}),
	'token.keyring': keyringWords,
};

/** A repo is what something is done with; anybody else is for whom it is done. */
function doing(permission: Permission, on: string | undefined): string {
	if (on === undefined) {
		return NEEDS[permission];
	}
	const withRepo = on.includes('/') ? WITH_REPO[permission] : undefined;
	return withRepo === undefined ? `${NEEDS[permission]} for ${on}` : `${withRepo} ${on}`;
}

function hostOf(origin: string): string {
	return URL.canParse(origin) ? new URL(origin).host : origin;
}
