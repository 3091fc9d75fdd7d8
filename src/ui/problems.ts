import type { Permission } from '../shared/permission';
import type { Problem, ProblemCode, ProblemOf } from '../shared/problem';
import type { Remedy } from './remedy';

/** A problem in words: what happened (`title`), why and what to do (`explanation`), and the buttons that do it. */
export interface ProblemWords {
	readonly title: string;
	readonly explanation: string;
	readonly remedies: readonly Remedy[];
}

type Wording = { readonly [C in ProblemCode]: (problem: ProblemOf<C>) => ProblemWords };

const ADD_TOKEN: Remedy = { label: 'Add Token…', command: 'hfWorkbench.addToken' };
const CREATE_TOKEN: Remedy = { label: 'Create Token on the Hub', command: 'hfWorkbench.createToken' };
const SWITCH_TOKEN: Remedy = { label: 'Switch Token…', command: 'hfWorkbench.switchToken' };
const REPLACE_TOKEN: Remedy = { label: 'Replace Token…', command: 'hfWorkbench.replaceToken' };
const RUN_WITH: Remedy = { label: 'Run with Another Model…', command: 'hfWorkbench.runWith' };
const RUN_AGAIN: Remedy = { label: 'Run Again', command: 'hfWorkbench.runAgain' };
const SHOW_LOG: Remedy = { label: 'Show Log', command: 'hfWorkbench.showLog' };
const openModel = (repo: string, label: string): Remedy => ({
	label,
	command: 'hfWorkbench.openModel',
	args: [repo],
});

const NEEDS: Readonly<Record<Permission, string>> = {
	'hub.read': 'read from the Hub',
	'hub.write': 'write to the Hub',
	inference: 'call Inference Providers',
	jobs: 'start Jobs',
};

const WORDS: Wording = {
	'token.missing': ({ permission }) => ({
		title: 'No access token.',
		explanation: `An access token that may ${NEEDS[permission]} is needed. Add one, or create one on the Hub first.`,
		remedies: [ADD_TOKEN, CREATE_TOKEN],
	}),
	'token.format': ({ detail }) => ({
		title: 'This is not a Hugging Face access token.',
		explanation: detail,
		remedies: [ADD_TOKEN],
	}),
	'token.invalid': ({ tokenName }) => ({
		title: 'The Hub refuses the access token.',
		explanation: `${named(tokenName)} is unknown to the Hub: it was mistyped, deleted or revoked. Replace it with a new one.`,
		remedies: [REPLACE_TOKEN, SWITCH_TOKEN],
	}),
	'token.expired': ({ tokenName }) => ({
		title: 'The access token has expired.',
		explanation: `${named(tokenName)} is past its expiry date. Create a new one on the Hub and replace it here.`,
		remedies: [CREATE_TOKEN, REPLACE_TOKEN],
	}),
	'token.permission': ({ permission, detail }) => ({
		title: `The access token may not ${NEEDS[permission]}.`,
		explanation: sentences(detail, 'Create a token with this permission, or switch to one that has it.'),
		remedies: [CREATE_TOKEN, SWITCH_TOKEN],
	}),
	'token.origin': ({ origin }) => ({
		title: 'The access token was not sent.',
		explanation: `A request was on its way to ${origin}, which is not allowed to receive this token.`,
		remedies: [SHOW_LOG],
	}),
	'token.keyring': ({ detail }) => ({
		title: 'The keyring could not be used.',
		explanation: sentences(detail, 'Unlock or install a keyring and try again, or set HF_TOKEN.'),
		remedies: [
			{
				label: 'About Keyrings',
				url: 'https://code.visualstudio.com/docs/configure/settings-sync#_troubleshooting-keychain-issues',
			},
		],
	}),
	'access.gated.signIn': ({ repo }) => ({
		title: `${repo} is gated.`,
		explanation: 'Add an access token, then ask for access on its page.',
		remedies: [ADD_TOKEN, openModel(repo, 'Open on the Hub')],
	}),
	'access.gated.request': ({ repo }) => ({
		title: `${repo} is gated.`,
		explanation: 'You have not been given access yet. Accept its terms on its page and try again.',
		remedies: [openModel(repo, 'Request Access'), SWITCH_TOKEN],
	}),
	'access.gated.pending': ({ repo }) => ({
		title: `Your request for ${repo} is waiting.`,
		explanation: 'The authors have not answered it yet.',
		remedies: [openModel(repo, 'Open on the Hub'), RUN_WITH],
	}),
	'access.gated.rejected': ({ repo }) => ({
		title: `Your request for ${repo} was rejected.`,
		explanation: 'Its authors decided so; it cannot be asked again. Use another model.',
		remedies: [RUN_WITH],
	}),
	'access.disabled': ({ repo }) => ({
		title: `${repo} is disabled.`,
		explanation: 'The Hub does not serve it any more. Use another model.',
		remedies: [RUN_WITH],
	}),
	'repo.notFound': ({ repo, signedIn }) => ({
		title: `${repo} was not found.`,
		explanation: signedIn
			? 'It does not exist, or your token may not see it.'
			: 'It does not exist, or it is private or gated: add an access token to see those.',
		remedies: signedIn ? [SWITCH_TOKEN, RUN_WITH] : [ADD_TOKEN, RUN_WITH],
	}),
	'model.noProvider': ({ model, provider }) => ({
		title: provider ? `${provider} does not serve ${model}.` : `No provider serves ${model}.`,
		explanation: 'Choose another model, or look at the providers that you have enabled on the Hub.',
		remedies: [
			RUN_WITH,
			{ label: 'Inference Providers', url: 'https://huggingface.co/settings/inference-providers' },
		],
	}),
	'model.wrongTask': ({ model, task }) => ({
		title: `${model} does not do this task.`,
		explanation: `Its providers do not offer ${task}. Choose another model.`,
		remedies: [RUN_WITH],
	}),
	'model.deprecated': ({ model, provider }) => ({
		title: `${model} is no longer served.`,
		explanation: `${provider ?? 'Its provider'} has withdrawn it. Choose another model.`,
		remedies: [RUN_WITH],
	}),
	credits: ({ detail }) => ({
		title: 'The credits are used up.',
		explanation: sentences(detail, 'Buy credits, wait for the next month, or bill an organization.'),
		remedies: [
			{ label: 'Billing', url: 'https://huggingface.co/settings/billing' },
			{
				label: 'Bill to Organization…',
				command: 'hfWorkbench.openSettings',
				args: ['hfWorkbench.inference.billTo'],
			},
		],
	}),
	rateLimited: ({ resetSeconds }) => ({
		title: 'Too many requests.',
		explanation:
			resetSeconds === undefined
				? 'The rate limit is reached. Wait a few minutes and try again.'
				: `The rate limit is reached. It is lifted in ${duration(resetSeconds)}.`,
		remedies: [RUN_AGAIN],
	}),
	loading: ({ estimatedSeconds }) => ({
		title: 'The model is still loading.',
		explanation:
			estimatedSeconds === undefined
				? 'Try again in a minute.'
				: `Its provider expects it to take ${duration(estimatedSeconds)}. Try again then.`,
		remedies: [RUN_AGAIN, RUN_WITH],
	}),
	'input.invalid': ({ detail }) => ({
		title: 'The model refused the input.',
		explanation: sentences(detail, 'Change the selection or the parameters, or use another model.'),
		remedies: [RUN_WITH],
	}),
	'input.tooLong': ({ detail }) => ({
		title: 'The input is too long for this model.',
		explanation: sentences(detail, 'Select less text, or use a model with a longer context.'),
		remedies: [RUN_WITH],
	}),
	'network.offline': ({ host }) => ({
		title: `${host} cannot be reached.`,
		explanation: 'There is no connection to it. Check the network and any proxy, then try again.',
		remedies: [RUN_AGAIN],
	}),
	'network.timeout': ({ host, seconds }) => ({
		title: `${host} does not answer.`,
		explanation: `Nothing came for ${duration(seconds)}, so the connection was closed.`,
		remedies: [RUN_AGAIN, RUN_WITH],
	}),
	'network.tls': ({ host, detail }) => ({
		title: `The connection to ${host} is not secure.`,
		explanation: sentences(
			detail,
			'Its certificate was not accepted. Behind a company proxy, add its certificate to the system.',
		),
		remedies: [SHOW_LOG],
	}),
	'network.proxy': ({ host, detail }) => ({
		title: `The proxy did not let the request to ${host} through.`,
		explanation: sentences(detail, 'Check the setting http.proxy.'),
		remedies: [{ label: 'Proxy Settings', command: 'hfWorkbench.openSettings', args: ['http.proxy'] }],
	}),
	'network.redirect': ({ host }) => ({
		title: 'The request was not followed.',
		explanation: `The answer pointed to ${host}, which is not an allowed destination.`,
		remedies: [SHOW_LOG],
	}),
	'stream.cut': () => ({
		title: 'The answer was cut off.',
		explanation: 'The connection ended before the model had finished. What arrived is kept.',
		remedies: [RUN_AGAIN, RUN_WITH],
	}),
	'stream.stalled': ({ seconds }) => ({
		title: 'The answer stopped coming.',
		explanation: `Nothing came for ${duration(seconds)}, so the connection was closed. What arrived is kept.`,
		remedies: [RUN_AGAIN, RUN_WITH],
	}),
	interrupted: () => ({
		title: 'The run was interrupted.',
		explanation: 'The window was reloaded or closed while the answer was coming. What arrived is kept.',
		remedies: [RUN_AGAIN],
	}),
	server: ({ status, detail, requestId }) => ({
		title: 'The server failed.',
		explanation: sentences(
			detail,
			`It answered with status ${status}${requestId ? ` (request ${requestId})` : ''}. Try again, or use another model.`,
		),
		remedies: [RUN_AGAIN, RUN_WITH],
	}),
	protocol: ({ detail }) => ({
		title: 'The answer could not be understood.',
		explanation: sentences(detail, 'Try again, or use another model.'),
		remedies: [RUN_AGAIN, RUN_WITH],
	}),
	'disk.full': ({ path }) => ({
		title: 'The disk is full.',
		explanation: `The history of runs could not be saved in ${path}. Free some space; this window keeps it meanwhile.`,
		remedies: [],
	}),
	'disk.permission': ({ path }) => ({
		title: 'The history of runs could not be saved.',
		explanation: `${path} cannot be written to. This window keeps the history meanwhile.`,
		remedies: [SHOW_LOG],
	}),
	cancelled: () => ({ title: 'Stopped.', explanation: 'You stopped it.', remedies: [RUN_AGAIN] }),
	unexpected: ({ detail }) => ({
		title: 'Something unexpected happened.',
		explanation: sentences(detail, 'The log has more.'),
		remedies: [SHOW_LOG, RUN_AGAIN],
	}),
};

/** Words a problem, with what helps a run that failed. */
export function wordProblem(problem: Problem): ProblemWords {
	const word = WORDS[problem.code] as (problem: Problem) => ProblemWords;
	return word(problem);
}

/** The same for a list or a command, where there is no run but one of some time ago, which is not meant. */
export function wordProblemWithoutRun(problem: Problem): ProblemWords {
	const { remedies, ...words } = wordProblem(problem);
	return { ...words, remedies: remedies.filter(remedy => remedy !== RUN_AGAIN && remedy !== RUN_WITH) };
}

function named(tokenName: string | undefined): string {
	return tokenName === undefined ? 'The token' : `“${tokenName}”`;
}

/** The other side's own words as a sentence, then ours. */
function sentences(detail: string | undefined, ours: string): string {
	const theirs = detail?.trim() ?? '';
	return theirs === '' ? ours : `${theirs}${/[.!?…]$/.test(theirs) ? '' : '.'} ${ours}`;
}

function duration(seconds: number): string {
	const whole = Math.max(1, Math.ceil(seconds));
	if (whole < 90) {
		return whole === 1 ? 'a second' : `${whole} seconds`;
	}
	return `${Math.ceil(whole / 60)} minutes`;
}
