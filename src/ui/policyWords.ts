import type { ProblemOf } from '../shared/problem';
import { createTokenFor } from './createTokenFor';
import type { ProblemWords } from './problemWords';
import { REMEDIES } from './remedies';
import type { Remedy } from './remedy';
import { sentences } from './sentences';

const TOKENS_PAGE: Remedy = {
	label: 'Open Tokens on the Hub',
	url: 'https://huggingface.co/settings/tokens',
};

/** What an organisation's policy has against a token, and whose turn it is. */
export function policyWords({ standing, permission, on, detail }: ProblemOf<'token.policy'>): ProblemWords {
	const [namespace] = on?.split('/', 1) ?? [];
	const organization = namespace ?? 'The organization';
	switch (standing) {
		case 'unapproved':
			return {
				title: `${organization} has not approved this access token.`,
				explanation:
					'Its administrators have to approve a token before it works there, and have been told of it. Your tokens on the Hub show whether it is waiting or was denied.',
				remedies: [TOKENS_PAGE, REMEDIES.switchToken],
			};
		case 'revoked':
			return {
				title: `${organization} has revoked this access token.`,
				explanation:
					'It will not work there again. Delete it on the Hub and create a new one, or ask the administrators why.',
				remedies: [TOKENS_PAGE, createTokenFor(permission, on), REMEDIES.switchToken],
			};
		case 'disallowed':
			return {
				title: `${organization} does not take this access token.`,
				explanation: sentences(
					detail,
					'Many organizations take fine-grained tokens only. Create one, or switch to one.',
				),
				remedies: [createTokenFor(permission, on), TOKENS_PAGE, REMEDIES.switchToken],
			};
	}
}
