import type { ProblemCode, ProblemOf } from '../shared/problem';
import { durationWords } from './durationWords';
import type { ProblemWords } from './problemWords';
import { REMEDIES } from './remedies';
import { sentences } from './sentences';

type Codes = Extract<ProblemCode, `network.${string}`>;

/** Why the network did not let a request through, in words. */
export const NETWORK_PROBLEM_WORDS: { readonly [C in Codes]: (problem: ProblemOf<C>) => ProblemWords } = {
	'network.offline': ({ host }) => ({
		title: `${host} cannot be reached.`,
		explanation: 'There is no connection to it. Check the network and any proxy, then try again.',
		remedies: [REMEDIES.runAgain],
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
		explanation: `Nothing came for ${durationWords(seconds)}, so the connection was closed.`,
		remedies: [REMEDIES.runAgain, REMEDIES.runWith],
	}),
	'network.tls': ({ host, detail }) => ({
		title: `The connection to ${host} is not secure.`,
		explanation: sentences(
			detail,
			'Its certificate was not accepted. Behind a company proxy, add its certificate to the system.',
		),
		remedies: [REMEDIES.showLog],
	}),
	'network.proxy': ({ host, detail }) => ({
		title: `The proxy did not let the request to ${host} through.`,
		explanation: sentences(detail, 'Check the setting http.proxy.'),
		remedies: [{ label: 'Proxy Settings', command: 'hfWorkbench.openSettings', args: ['http.proxy'] }],
	}),
	'network.redirect': ({ host }) => ({
		title: 'The request was not followed.',
		explanation: `The answer pointed to ${host}, which is not an allowed destination.`,
		remedies: [REMEDIES.showLog],
	}),
};
