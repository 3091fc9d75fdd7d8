import { byteSize } from '../shared/byteSize';
import { withoutLinks } from '../util/withoutLinks';
import type { Permission } from '../shared/permission';
import type { Problem, ProblemCode, ProblemOf } from '../shared/problem';
import { keyringWords } from './keyringWords';
import type { Remedy } from './remedy';
import { SIGN_IN_WORDS } from './signInWords';
import { TRANSFER_WORDS } from './transferWords';

/** A problem in words: what happened (`title`), why and what to do (`explanation`), and the buttons that do it. */
export interface ProblemWords {
	readonly title: string;
	readonly explanation: string;
	readonly remedies: readonly Remedy[];
}

type Wording = { readonly [C in ProblemCode]: (problem: ProblemOf<C>) => ProblemWords };

const ADD_TOKEN: Remedy = { label: 'Add Token…', command: 'hfWorkbench.addToken' };
const CREATE_TOKEN: Remedy = { label: 'Create Token on the Hub…', command: 'hfWorkbench.createToken' };
/** Opens the Hub's page filled in for exactly what is missing. */
const createTokenFor = (permission: Permission, on?: string): Remedy => ({
	label: 'Create Token on the Hub',
	command: 'hfWorkbench.createToken',
	args: [{ permission, ...(on !== undefined && { on }) }],
});
const SWITCH_TOKEN: Remedy = { label: 'Switch Token…', command: 'hfWorkbench.switchToken' };
const REPLACE_TOKEN: Remedy = { label: 'Replace Token…', command: 'hfWorkbench.replaceToken' };
const BILL_TO: Remedy = { label: 'Bill To…', command: 'hfWorkbench.billTo' };
const RUN_WITH: Remedy = { label: 'Run with Another Model…', command: 'hfWorkbench.runWith' };
const RUN_AGAIN: Remedy = { label: 'Run Again', command: 'hfWorkbench.runAgain' };
const runWith = (label: string, change: Readonly<Record<string, unknown>>): Remedy => ({
	label,
	command: 'hfWorkbench.runWith',
	args: [change],
});
const SHOW_LOG: Remedy = { label: 'Show Log', command: 'hfWorkbench.showLog' };
const openModel = (repo: string, label: string): Remedy => ({
	label,
	command: 'hfWorkbench.openModel',
	args: [repo],
});

/** What only helps where there is a run. */
const OF_RUNS: ReadonlySet<string> = new Set(['hfWorkbench.runAgain', 'hfWorkbench.runWith']);

const NEEDS: Readonly<Record<Permission, string>> = {
	'hub.read': 'read from the Hub',
	'hub.gated': 'read gated repos',
	'hub.write': 'write to the Hub',
	inference: 'call Inference Providers',
	jobs: 'start Jobs',
};

const WORDS: Wording = {
	'token.missing': ({ permission }) => ({
		title: 'No access token.',
		explanation: `An access token that may ${NEEDS[permission]} is needed. Add one, or create one on the Hub first.`,
		remedies: [ADD_TOKEN, createTokenFor(permission)],
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
	'token.expired': ({ tokenName, renewedBy }) =>
		renewedBy === 'cli'
			? {
					title: 'The access token has expired.',
					explanation: `${named(tokenName)} belongs to the hf command line, which renews it when it is used: run “hf auth whoami” in a terminal, or “hf auth login”.`,
					remedies: [SWITCH_TOKEN],
				}
			: {
					title: 'The access token has expired.',
					explanation: `${named(tokenName)} is past its expiry date. Create a new one on the Hub and replace it here.`,
					remedies: [CREATE_TOKEN, REPLACE_TOKEN],
				},
	'token.permission': ({ permission, on, detail }) => ({
		title: `The access token may not ${NEEDS[permission]}${on === undefined ? '' : ` for ${on}`}.`,
		explanation: sentences(detail, 'Create a token with this permission, or switch to one that has it.'),
		remedies: [createTokenFor(permission, on), SWITCH_TOKEN],
	}),
	...SIGN_IN_WORDS,
	'token.origin': ({ origin }) => ({
		title: 'The access token was not sent.',
		explanation: `A request was on its way to ${origin}, which is not allowed to receive this token.`,
		remedies: [SHOW_LOG],
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
	'access.gated.signIn': ({ repo }) => ({
		title: `${repo} is gated.`,
		explanation: 'Add an access token, then ask for access on its page.',
		remedies: [ADD_TOKEN, openModel(repo, 'Open on the Hub')],
	}),
	'access.gated.request': ({ repo, wasReset }) => ({
		title: `${repo} is gated.`,
		explanation: wasReset
			? 'Its authors have reset your request. Ask for access on its page again.'
			: 'You have not been given access yet. Accept its terms on its page and try again.',
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
	'file.notFound': ({ repo, file, revision }) => ({
		title: `${file === '' ? 'The folder' : file} was not found.`,
		explanation: `It is not in ${repo} at ${revision}.`,
		remedies: [],
	}),
	'revision.notFound': ({ repo, revision }) => ({
		title: `${revision ?? 'The revision'} was not found.`,
		explanation: `${repo} has no branch, tag or commit of that name.`,
		remedies: [],
	}),
	'file.tooLarge': ({ file, bytes, most }) => ({
		title: `${file} is too large to open.`,
		explanation: `It has ${byteSize(bytes)}; files of up to ${byteSize(most)} are read without being downloaded.`,
		remedies: [],
	}),
	'model.noProvider': ({ model, provider, servedBy = [], similar = [], unsent, maySend }) => ({
		title: provider ? `${provider} does not serve ${model}.` : `No provider serves ${model}.`,
		explanation: `${unsent ? 'Nothing was sent. ' : ''}Choose another model, or look at the providers that you have enabled on the Hub.`,
		remedies: [
			...servedBy.map(name => runWith(`Run at ${name}`, { provider: name })),
			...similar.map(name => runWith(`Run ${name}`, { model: name })),
			RUN_WITH,
			...(maySend ? [runWith('Send Anyway', { unlisted: true })] : []),
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
	'billing.organization': ({ organization, user }) => ({
		title: `${organization} does not pay for ${user}.`,
		explanation: `It is not one of the organizations of ${user} that can pay. Choose who pays for runs here.`,
		remedies: [BILL_TO, SWITCH_TOKEN],
	}),
	credits: ({ detail }) => ({
		title: 'The credits are used up.',
		explanation: sentences(detail, 'Buy credits, wait for the next month, or bill an organization.'),
		remedies: [{ label: 'Open Billing', url: 'https://huggingface.co/settings/billing' }, BILL_TO],
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
	'settings.invalid': ({ detail }) => ({
		title: 'The question was not sent.',
		explanation: sentences(detail, 'Change it in the chat’s settings and send again.'),
		remedies: [],
	}),
	'input.tooLong': ({ detail }) => ({
		title: 'The input is too long for this model.',
		explanation: sentences(detail, 'Select less text, or use a model with a longer context.'),
		remedies: [RUN_WITH],
	}),
	'input.fileTooLarge': ({ file, bytes, most }) => ({
		title: `${file} is too large.`,
		explanation: `It has ${byteSize(bytes)}; a run takes files of up to ${byteSize(most)}. Nothing was sent. Make it smaller, or use a part of it.`,
		remedies: [],
	}),
	'network.offline': ({ host }) => ({
		title: `${host} cannot be reached.`,
		explanation: 'There is no connection to it. Check the network and any proxy, then try again.',
		remedies: [RUN_AGAIN],
	}),
	'network.offlineMode': ({ variable }) => ({
		title: 'Offline mode is on.',
		explanation: `${variable} is set, so nothing is sent to any host. To leave it, unset ${variable} where VS Code is started, and start VS Code again.`,
		remedies: [
			{
				label: 'About Offline Mode',
				url: 'https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables#hfhuboffline',
			},
		],
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
			`It answered with status ${status}${requestId ? ` (request ${requestId})` : ''}. Try again.`,
		),
		remedies: [RUN_AGAIN, RUN_WITH],
	}),
	protocol: ({ detail }) => ({
		title: 'The answer could not be understood.',
		explanation: sentences(detail, 'Try again.'),
		remedies: [RUN_AGAIN, RUN_WITH],
	}),
	...TRANSFER_WORDS,
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
	const { title, explanation, remedies } = word(problem);
	return { title: withoutLinks(title), explanation: withoutLinks(explanation), remedies };
}

/** The same for a list or a command, where there is no run but one of some time ago, which is not meant. */
export function wordProblemWithoutRun(problem: Problem): ProblemWords {
	const { remedies, ...words } = wordProblem(problem);
	return {
		...words,
		remedies: remedies.filter(remedy => !('command' in remedy) || !OF_RUNS.has(remedy.command)),
	};
}

function hostOf(origin: string): string {
	return URL.canParse(origin) ? new URL(origin).host : origin;
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
