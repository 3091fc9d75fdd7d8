import type { ProblemCode, ProblemOf } from '../shared/problem';
import { cliFailureWords } from './cliFailureWords';
import type { Remedy } from './remedy';

type Codes = Extract<ProblemCode, `signIn.${string}` | 'token.cli'>;

const SIGN_IN: Remedy = { label: 'Sign In with Browser…', command: 'hfWorkbench.signIn' };

/** Problems of signing in with the browser and of the command line's files, in words. */
export const SIGN_IN_WORDS: {
	readonly [C in Codes]: (problem: ProblemOf<C>) => {
		readonly title: string;
		readonly explanation: string;
		readonly remedies: readonly Remedy[];
	};
} = {
	'token.cli': ({ path, reason }) => ({
		title: 'The token of the hf command line was not changed.',
		explanation: `${cliFailureWords(reason)} The file is ${path}.`,
		remedies: [],
	}),
	'signIn.denied': () => ({
		title: 'The sign-in was refused.',
		explanation: 'It was not approved on the Hub’s page. Nothing was changed.',
		remedies: [SIGN_IN],
	}),
	'signIn.expired': () => ({
		title: 'The code was not used in time.',
		explanation: 'A code is good for a few minutes. Sign in again to get a new one.',
		remedies: [SIGN_IN],
	}),
	'signIn.client': ({ detail }) => ({
		title: 'The Hub does not accept the app of this sign-in.',
		explanation: `${detail === undefined ? '' : `${detail.replace(/[.!?]?$/, '.')} `}Check the client id in the settings, and that its app is public and may do what was asked for.`,
		remedies: [
			{
				label: 'Open Setting',
				command: 'hfWorkbench.openSettings',
				args: ['hfWorkbench.oauth.clientId'],
			},
			{ label: 'Add Token…', command: 'hfWorkbench.addToken' },
		],
	}),
	'signIn.ended': ({ tokenName }) => ({
		title: 'The sign-in is over.',
		explanation: `${tokenName === undefined ? 'It' : `“${tokenName}”`} cannot be renewed any more: it was not used for long, or access was taken back on the Hub. Sign in again.`,
		remedies: [SIGN_IN, { label: 'Switch Token…', command: 'hfWorkbench.switchToken' }],
	}),
	'signIn.host': ({ origin, tokenName, tokenKey }) => ({
		title: `${tokenName === undefined ? 'The sign-in' : `“${tokenName}”`} cannot be renewed.`,
		explanation: `Only ${URL.canParse(origin) ? new URL(origin).host : origin} can renew it, and you said that it is never to be sent there. Allow that host for it, or sign in again.`,
		remedies: [{ label: 'Allow…', command: 'hfWorkbench.allowHost', args: [{ tokenKey }] }, SIGN_IN],
	}),
};
