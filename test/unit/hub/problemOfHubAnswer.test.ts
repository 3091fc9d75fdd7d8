import assert from 'node:assert/strict';
import type { AnswerFacts } from '../../../src/net/operation';
import { type HubAsked, problemOfHubAnswer } from '../../../src/hub/problemOfHubAnswer';
import type { Problem } from '../../../src/shared/problem';

const REPO = 'acme/model';
const signedIn: HubAsked = { permission: 'hub.read', signedIn: true, repo: REPO, tokenName: 'vscode' };
const anonymous: HubAsked = { permission: 'hub.read', signedIn: false, repo: REPO };

function said(status: number, errorMessage: string, errorCode?: string): AnswerFacts {
	return { status, host: 'hub.test', errorMessage, ...(errorCode !== undefined && { errorCode }) };
}

const GATE = `Access to model ${REPO} is restricted`;
const ROWS: ReadonlyArray<readonly [string, AnswerFacts, HubAsked, Problem]> = [
	[
		'a repo that is missing or hidden',
		said(404, 'Repository not found', 'RepoNotFound'),
		signedIn,
		{ code: 'repo.notFound', repo: REPO, signedIn: true },
	],
	[
		'a missing repo whose code got lost on the way',
		said(404, 'Repository not found'),
		signedIn,
		{ code: 'repo.notFound', repo: REPO, signedIn: true },
	],
	[
		'a repo that is missing, or private to an organization that the token is not for',
		said(404, 'Repository not found', 'RepoNotFound'),
		{ ...signedIn, missesPrivate: true },
		{ code: 'repo.notFound', repo: REPO, signedIn: true, missesPrivate: true },
	],
	[
		'401 about a repo, nobody signed in',
		said(401, 'Invalid username or password.'),
		anonymous,
		{ code: 'repo.notFound', repo: REPO, signedIn: false },
	],
	[
		'401 about a repo with a token, which may be the token’s fault',
		said(401, 'Invalid username or password.'),
		signedIn,
		{ code: 'token.invalid', tokenName: 'vscode' },
	],
	[
		'an expired token',
		said(401, 'User Access Token "vscode" is expired'),
		signedIn,
		{ code: 'token.expired', tokenName: 'vscode' },
	],
	[
		'a revision that does not exist',
		said(404, 'Invalid rev id: nope', 'RevisionNotFound'),
		signedIn,
		{ code: 'revision.notFound', repo: 'acme/model' },
	],
	[
		'a file that does not exist',
		said(404, 'Entry not found', 'EntryNotFound'),
		signedIn,
		{ code: 'server', status: 404, detail: 'Entry not found' },
	],
	[
		'a gate, nobody signed in',
		said(401, `${GATE}. You must have access to it and be authenticated to access it.`, 'GatedRepo'),
		anonymous,
		{ code: 'access.gated.signIn', repo: REPO },
	],
	[
		'a gate, access never asked for',
		said(403, `${GATE} and you are not in the authorized list. Visit … to ask for access.`, 'GatedRepo'),
		signedIn,
		{ code: 'access.gated.request', repo: REPO },
	],
	[
		'a gate, access asked for',
		said(
			403,
			`Your request to access model ${REPO} is awaiting a review from the repo authors.`,
			'GatedRepo',
		),
		signedIn,
		{ code: 'access.gated.pending', repo: REPO },
	],
	[
		'a gate, access refused',
		said(403, `Your request to access model ${REPO} has been rejected by the repo's authors.`, 'GatedRepo'),
		signedIn,
		{ code: 'access.gated.rejected', repo: REPO },
	],
	[
		'a gate, the request reset',
		said(
			403,
			`Your request to access model ${REPO} has been reset by the repo's authors. Visit …`,
			'GatedRepo',
		),
		signedIn,
		{ code: 'access.gated.request', repo: REPO, wasReset: true },
	],
	[
		'a gate, by the sentence where the repo is not known',
		said(403, 'Access to dataset o/d is restricted and you are not in the authorized list.', 'GatedRepo'),
		{ permission: 'hub.read', signedIn: true },
		{ code: 'access.gated.request', repo: 'o/d' },
	],
	[
		'a disabled repo',
		said(403, 'Access to this resource is disabled.'),
		signedIn,
		{ code: 'access.disabled', repo: REPO },
	],
	[
		'a right that the token lacks',
		said(403, 'You have read access but not the required permissions for this operation'),
		signedIn,
		{
			code: 'token.permission',
			permission: 'hub.read',
			on: REPO,
			detail: 'You have read access but not the required permissions for this operation',
		},
	],
	[
		'401 about a list',
		said(401, 'Invalid username or password.'),
		{ permission: 'hub.read', signedIn: true },
		{ code: 'token.invalid' },
	],
	[
		'a conflict',
		said(409, 'You already created this model repo'),
		signedIn,
		{ code: 'repo.conflict', repo: 'acme/model', detail: 'You already created this model repo' },
	],
	[
		'a commit that came too late',
		said(412, 'A commit has happened since. Please refresh and try again.'),
		signedIn,
		{
			code: 'server',
			status: 412,
			detail: 'A commit has happened since. Please refresh and try again.',
		},
	],
	[
		'a rate limit',
		{ ...said(429, 'We had to rate limit you'), resetSeconds: 55 },
		signedIn,
		{ code: 'rateLimited', resetSeconds: 55 },
	],
];

describe('problemOfHubAnswer', () => {
	for (const [what, facts, asked, problem] of ROWS) {
		it(`knows ${what}`, () => assert.deepEqual(problemOfHubAnswer(facts, asked), problem));
	}
});
