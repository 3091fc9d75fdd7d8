import type { ProblemOf } from '../shared/problem';
import type { ProblemWords } from './problemWords';
import type { Remedy } from './remedy';

const ABOUT_KEYRINGS: Remedy = {
	label: 'About Keyrings',
	url: 'https://code.visualstudio.com/docs/configure/settings-sync#_troubleshooting-keychain-issues',
};

/** What is the matter with the place where tokens are kept. */
export function keyringWords({ detail, tokenId, isList }: ProblemOf<'token.keyring'>): ProblemWords {
	const told = /[.!?…]$/.test(detail) ? detail : `${detail}.`;
	if (isList) {
		return { title: 'The list of tokens could not be changed.', explanation: told, remedies: [] };
	}
	if (tokenId !== undefined) {
		return {
			title: 'The keyring has lost a token.',
			explanation: `${told} It was emptied, or another one is in its place. Put a new token in the place of the old one; or reload the window once the keyring is the old one again.`,
			remedies: [
				{ label: 'Replace Token…', command: 'hfWorkbench.replaceToken', args: [{ tokenId }] },
				ABOUT_KEYRINGS,
			],
		};
	}
	return {
		title: 'The keyring could not be used.',
		explanation: `${told} Unlock or install a keyring and try again.`,
		remedies: [
			{ label: 'Add Token for This Window…', command: 'hfWorkbench.addSessionToken' },
			ABOUT_KEYRINGS,
		],
	};
}
