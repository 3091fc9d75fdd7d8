import type { EndpointSource, EnvironmentFinding } from '../findings/environmentFinding';
import { good, note, trouble, warning, type WordTable } from '../findingWords';
import { aboutVariable, openSetting } from '../remedies';
import type { Remedy } from '../../ui/remedy';

export const ENVIRONMENT_WORDS: WordTable<EnvironmentFinding> = {
	'environment.usual': ({ hub, router }) =>
		good('The usual addresses are used.', `The Hub is ${hub} and the inference router is ${router}.`),
	'environment.offline': ({ variable }) =>
		trouble(
			'Offline mode is on.',
			`${variable} is set, so nothing is sent to any host. To leave it, unset ${variable} where VS Code is started, and start VS Code again.`,
			aboutVariable('HF_HUB_OFFLINE'),
		),
	'environment.endpoint': ({ which, endpoint, from }) =>
		note(
			which === 'hub' ? 'Another Hub is used.' : 'Another inference router is used.',
			`${sourceWords(from)} names ${endpoint}. Requests and your tokens go there, not to huggingface.co.`,
			change(from),
		),
	'environment.badEndpoint': ({ from }) =>
		warning(
			`${sourceWords(from)} is not an address.`,
			'It is passed over, because it is no http or https address, or holds a name and a password. Correct or remove it.',
			change(from),
		),
	'environment.twoEndpoints': ({ variable, setting }) =>
		warning(
			'Two Hubs are named.',
			`HF_ENDPOINT names ${variable}, and the setting hfWorkbench.hub.endpoint names ${setting}, which counts here. Programs that you start use the other one.`,
			openSetting('hfWorkbench.hub.endpoint'),
		),
	'environment.plainHttp': ({ endpoint, from }) =>
		warning(
			'Tokens would go over the network in the clear.',
			`${sourceWords(from)} names ${endpoint}. Anybody on the way can read what is sent to an http address; use https.`,
			change(from),
		),
	'environment.noImplicitToken': () =>
		note(
			'Tokens of the environment and of the command line are used only when you choose them.',
			'HF_HUB_DISABLE_IMPLICIT_TOKEN is set.',
			aboutVariable('HF_HUB_DISABLE_IMPLICIT_TOKEN'),
		),
};

function sourceWords(from: EndpointSource): string {
	return from === 'HF_ENDPOINT' ? from : `The setting ${from}`;
}

function change(from: EndpointSource): Remedy {
	return from === 'HF_ENDPOINT' ? aboutVariable(from) : openSetting(from);
}
