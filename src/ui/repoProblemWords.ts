import { byteSize } from '../shared/byteSize';
import type { ProblemCode, ProblemOf } from '../shared/problem';
import { createTokenFor } from './createTokenFor';
import type { ProblemWords } from './problemWords';
import { REMEDIES } from './remedies';
import type { Remedy } from './remedy';

type Codes = Extract<
	ProblemCode,
	`access.${string}` | `${'repo' | 'file' | 'revision'}.notFound` | 'file.tooLarge'
>;

const openModel = (repo: string, label: string): Remedy => ({
	label,
	command: 'hfWorkbench.openModel',
	args: [repo],
});

/** Why a repo, or what is in it, cannot be read, in words. */
export const REPO_PROBLEM_WORDS: { readonly [C in Codes]: (problem: ProblemOf<C>) => ProblemWords } = {
	'access.gated.signIn': ({ repo }) => ({
		title: `${repo} is gated.`,
		explanation: 'Add an access token, then ask for access on its page.',
		remedies: [REMEDIES.addToken, openModel(repo, 'Open on the Hub')],
	}),
	'access.gated.request': ({ repo, wasReset }) => ({
		title: `${repo} is gated.`,
		explanation: wasReset
			? 'Its authors have reset your request. Ask for access on its page again.'
			: 'You have not been given access yet. Accept its terms on its page and try again.',
		remedies: [openModel(repo, 'Request Access'), REMEDIES.switchToken],
	}),
	'access.gated.pending': ({ repo }) => ({
		title: `Your request for ${repo} is waiting.`,
		explanation: 'The authors have not answered it yet.',
		remedies: [openModel(repo, 'Open on the Hub'), REMEDIES.runWith],
	}),
	'access.gated.rejected': ({ repo }) => ({
		title: `Your request for ${repo} was rejected.`,
		explanation: 'Its authors decided so; it cannot be asked again. Use another model.',
		remedies: [REMEDIES.runWith],
	}),
	'access.disabled': ({ repo }) => ({
		title: `${repo} is disabled.`,
		explanation: 'The Hub does not serve it any more. Use another model.',
		remedies: [REMEDIES.runWith],
	}),
	'repo.notFound': notFoundWords,
	'file.notFound': ({ repo, file, revision }) => ({
		title: `${file === '' ? 'The folder' : file} was not found.`,
		explanation: `It is not in ${repo} at ${revision}.`,
		remedies: [],
	}),
	'revision.notFound': ({ repo, revision = 'The revision', searched }) =>
		searched === undefined
			? {
					title: `${revision} was not found.`,
					explanation: `${repo} has no branch, tag or commit of that name.`,
					remedies: [],
				}
			: {
					title: `${revision} is none of the latest ${searched.toLocaleString('en')} commits of main.`,
					explanation: `A commit’s whole id is always taken. ${repo} has no branch or tag of that name.`,
					remedies: [],
				},
	'file.tooLarge': ({ file, bytes, most }) => ({
		title: `${file} is too large to open.`,
		explanation: `It has ${byteSize(bytes)}; files of up to ${byteSize(most)} are read without being downloaded.`,
		remedies: [],
	}),
};

/** The Hub does not say whether a repo is private or not there. */
function notFoundWords({ repo, signedIn, missesPrivate }: ProblemOf<'repo.notFound'>): ProblemWords {
	const title = `${repo} was not found.`;
	if (!signedIn) {
		return {
			title,
			explanation: 'It does not exist, or it is private or gated: add an access token to see those.',
			remedies: [REMEDIES.addToken, REMEDIES.runWith],
		};
	}
	if (missesPrivate) {
		const [owner] = repo.split('/', 1);
		return {
			title,
			explanation: `It does not exist, or it is private: the access token may not read private repos of ${owner}. Create a token with this permission, or switch to one that has it.`,
			remedies: [createTokenFor('hub.read', repo), REMEDIES.switchToken, REMEDIES.runWith],
		};
	}
	return {
		title,
		explanation: 'It does not exist, or your token may not see it.',
		remedies: [REMEDIES.switchToken, REMEDIES.runWith],
	};
}
