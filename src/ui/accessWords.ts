import { createTokenFor } from './createTokenFor';
import type { AccessState } from '../shared/repoAccess';
import type { RepoRef } from '../shared/repoType';
import { repoPageUrl } from '../util/repoPageUrl';
import type { Remedy } from './remedy';

/** Where a user stands with a repo, in words; `isFine`: nothing keeps them from its files. */
export interface AccessWords {
	readonly isFine: boolean;
	readonly title: string;
	readonly explanation: string;
	readonly remedies: readonly Remedy[];
}

const ADD_TOKEN: Remedy = { label: 'Add Token…', command: 'hfWorkbench.addToken' };
const SWITCH_TOKEN: Remedy = { label: 'Switch Token…', command: 'hfWorkbench.switchToken' };

/** Asking for access is done in the browser only: the form shares the user's name and address with the authors. */
const ask = (page: string): Remedy => ({ label: 'Request Access', url: page });
const look = (page: string): Remedy => ({ label: 'Open on the Hub', url: page });
const watch = (repo: RepoRef): Remedy => ({
	label: 'Tell Me When Granted',
	command: 'hfWorkbench.watchAccess',
	args: [repo],
});

const WORDS: Readonly<Record<AccessState, (repo: RepoRef, page: string) => AccessWords>> = {
	open: ({ id }) => fine(`${id} has no gate.`, 'Its files can be read.'),
	granted: ({ id }) =>
		fine(`You have access to ${id}.`, 'Its authors let your account in, and the token in use reaches it.'),
	signIn: (repo, page) => ({
		isFine: false,
		title: `${repo.id} is gated.`,
		explanation: 'Nobody is signed in here. Add a token, then ask for access on its page.',
		remedies: [ADD_TOKEN, look(page)],
	}),
	request: (repo, page) => ({
		isFine: false,
		title: `You have not been given access to ${repo.id} yet.`,
		explanation:
			'Accept its terms on its page, where the Hub tells its authors your name and e-mail address. If you have done so, switch to a token of that account which may read gated repos.',
		remedies: [ask(page), watch(repo), SWITCH_TOKEN],
	}),
	pending: (repo, page) => ({
		isFine: false,
		title: `Your request for ${repo.id} is waiting.`,
		explanation: 'Its authors decide by hand and have not answered it yet.',
		remedies: [watch(repo), look(page)],
	}),
	rejected: (repo, page) => ({
		isFine: false,
		title: `Your request for ${repo.id} was rejected.`,
		explanation:
			'Its authors decided so, and it cannot be asked again. Use another repo, or another account.',
		remedies: [SWITCH_TOKEN, look(page)],
	}),
	reset: (repo, page) => ({
		isFine: false,
		title: `Your request for ${repo.id} was reset.`,
		explanation: 'Its authors want it made again. Ask for access on its page once more.',
		remedies: [ask(page), watch(repo)],
	}),
	scope: (repo, page) => ({
		isFine: false,
		title: `The token in use does not reach ${repo.id}.`,
		explanation:
			'It was created without the permission to read gated repos, so that what its account has been granted does not count. Create one that may, or switch to one.',
		remedies: [createTokenFor('hub.gated'), SWITCH_TOKEN, look(page)],
	}),
	notFound: ({ id }) => ({
		isFine: false,
		title: `${id} was not found.`,
		explanation: 'It does not exist, or it is private and the token in use may not see it.',
		remedies: [SWITCH_TOKEN],
	}),
	disabled: ({ id }, page) => ({
		isFine: false,
		title: `${id} is disabled.`,
		explanation: 'The Hub does not serve it any more.',
		remedies: [look(page)],
	}),
};

/** `hub` is the Hub's address, on which the repo's page is. */
export function accessWords(repo: RepoRef, state: AccessState, hub: string): AccessWords {
	return WORDS[state](repo, repoPageUrl(repo, hub));
}

function fine(title: string, explanation: string): AccessWords {
	return { isFine: true, title, explanation, remedies: [] };
}
