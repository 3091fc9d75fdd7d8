import { wordProblemWithoutRun } from '../../ui/wordProblemWithoutRun';
import { good, note, trouble, warning, type WordTable } from '../findingWords';
import type { HostRole, NetworkFinding } from '../findings/networkFinding';
import { openSetting, SWITCH_TOKEN } from '../remedies';
import type { Remedy } from '../../ui/remedy';

const STATUS: Remedy = { label: 'Status of the Hub', url: 'https://status.huggingface.co' };

const ABOUT_RATE_LIMITS: Remedy = {
	label: 'About Rate Limits',
	url: 'https://huggingface.co/docs/hub/rate-limits',
};
const ABOUT_CERTIFICATES: Remedy = {
	label: 'About Certificates',
	url: 'https://code.visualstudio.com/docs/setup/network#_ssl-certificates',
};

const ROLES: Readonly<Record<HostRole, string>> = { hub: 'The Hub', router: 'The inference router' };

export const NETWORK_WORDS: WordTable<NetworkFinding> = {
	'network.reached': ({ role, host, milliseconds }) =>
		good(`${ROLES[role]} answers.`, `${host} answered in ${milliseconds} ms.`),
	'network.strange': ({ role, host, status }) =>
		warning(
			`${ROLES[role]} does not answer as it should.`,
			`${host} answered with status ${status}. Its own troubles are told on its status page; something on the way, such as a company’s gateway, may also answer in its place.`,
			STATUS,
			...(role === 'hub'
				? [openSetting('hfWorkbench.hub.endpoint')]
				: [openSetting('hfWorkbench.inference.routerEndpoint')]),
		),
	'network.unreachable': ({ role, problem }) => {
		const { title, explanation, remedies } = wordProblemWithoutRun(problem);
		return trouble(
			`${ROLES[role]} cannot be asked.`,
			`${title} ${explanation}`,
			...(remedies.length > 0 ? remedies : [openSetting('http.proxy'), STATUS]),
		);
	},
	'network.direct': () =>
		good('No proxy is set.', 'Requests go to the hosts themselves, unless the system says otherwise.'),
	'network.proxy': ({ host, from }) =>
		note(
			'Requests go through a proxy.',
			`${from} names ${host}. Whether it lets requests through is seen above, where the Hub and the router are asked.`,
			openSetting('http.proxy'),
		),
	'network.badProxy': ({ from }) =>
		trouble(
			'What is set as the proxy is not an address.',
			`${from} holds something else than an address such as http://proxy.example:8080.`,
			openSetting('http.proxy'),
		),
	'network.proxyUnused': ({ from }) =>
		note(
			'A proxy is named, and the editor does not use it.',
			`${from} names one, but the setting http.proxySupport is off.`,
			openSetting('http.proxySupport'),
		),
	'network.noProxy': ({ hosts }) =>
		note('Some hosts are asked past the proxy.', `They are excepted: ${hosts.join(', ')}.`),
	'network.unverified': ({ from }) =>
		warning(
			'Certificates are not checked.',
			`${from} turns that off, so that anybody on the way could read your tokens. Add your company’s certificate to the system instead.`,
			...(from.startsWith('http.') ? [openSetting(from)] : []),
			ABOUT_CERTIFICATES,
		),
	'network.extraCertificates': () =>
		note(
			'Certificates of your own are trusted.',
			'NODE_EXTRA_CA_CERTS names a file of them, as behind a company’s proxy.',
		),
	'network.rate': ({ bucket, remaining, quota, resetSeconds }) => {
		const told = `${remaining}${quota === undefined ? '' : ` of ${quota}`} requests (“${bucket}”) are left${resetSeconds === undefined ? '' : ` for the next ${resetSeconds} seconds`}.`;
		if (remaining === 0) {
			return trouble(
				'The rate limit is reached.',
				`${told} Wait until then; everything works again by itself.`,
				ABOUT_RATE_LIMITS,
			);
		}
		return quota !== undefined && remaining < quota / 10
			? warning(
					'The rate limit is near.',
					`${told} A token of your own, or a PRO account, has a higher one.`,
					ABOUT_RATE_LIMITS,
					SWITCH_TOKEN,
				)
			: good('The rate limit is far off.', told);
	},
	'network.rateUntold': ({ host }) =>
		note('No rate limit is told.', `${host} does not say how many requests are left.`),
};
