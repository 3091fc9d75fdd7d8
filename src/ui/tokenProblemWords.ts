import type { Permission } from '../shared/permission';
import type { ProblemCode, ProblemOf } from '../shared/problem';
import { keyringWords } from './keyringWords';
import type { ProblemWords } from './problemWords';
import { REMEDIES } from './remedies';
import type { Remedy } from './remedy';
import { sentences } from './sentences';

type Codes = Exclude<Extract<ProblemCode, `token.${string}`>, 'token.cli'>;

const CREATE_TOKEN: Remedy = { label: 'Create Token on the Hub…', command: 'hfWorkbench.createToken' };
const REPLACE_TOKEN: Remedy = { label: 'Replace Token…', command: 'hfWorkbench.replaceToken' };
/** Opens the Hub's page filled in for exactly what is missing. */
const createTokenFor = (permission: Permission, on?: string): Remedy => ({
	label: 'Create Token on the Hub',
	command: 'hfWorkbench.createToken',
	args: [{ permission, ...(on !== undefined && { on }) }],
});

const NEEDS: Readonly<Record<Permission, string>> = {
	'hub.read': 'read from the Hub',
	'hub.gated': 'read gated repos',
	'hub.write': 'write to the Hub',
	inference: 'call Inference Providers',
	jobs: 'start Jobs',
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
	'token.invalid': ({ tokenName }) => ({
		title: 'The Hub refuses the access token.',
		explanation: `${named(tokenName)} is unknown to the Hub: it was mistyped, deleted or revoked. Replace it with a new one.`,
		remedies: [REPLACE_TOKEN, REMEDIES.switchToken],
	}),
	'token.expired': ({ tokenName, renewedBy }) =>
		renewedBy === 'cli'
			? {
					title: 'The access token has expired.',
					explanation: `${named(tokenName)} belongs to the hf command line, which renews it when it is used: run “hf auth whoami” in a terminal, or “hf auth login”.`,
					remedies: [REMEDIES.switchToken],
				}
			: {
					title: 'The access token has expired.',
					explanation: `${named(tokenName)} is past its expiry date. Create a new one on the Hub and replace it here.`,
					remedies: [CREATE_TOKEN, REPLACE_TOKEN],
				},
	'token.permission': ({ permission, on, detail }) => ({
		title: `The access token may not ${NEEDS[permission]}${on === undefined ? '' : ` for ${on}`}.`,
		explanation: sentences(detail, 'Create a token with this permission, or switch to one that has it.'),
		remedies: [createTokenFor(permission, on), REMEDIES.switchToken],
	}),
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

function hostOf(origin: string): string {
	return URL.canParse(origin) ? new URL(origin).host : origin;
}

function named(tokenName: string | undefined): string {
	return tokenName === undefined ? 'The token' : `“${tokenName}”`;
}
