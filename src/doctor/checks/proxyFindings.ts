import type { HttpSettings } from '../../net/httpSettings';
import type { NetworkFinding } from '../findings/networkFinding';

type Environment = Readonly<Record<string, string | undefined>>;

const VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'] as const;

/** Which proxy the requests take, and what is odd about the certificates. Names hosts only: an address may hold a password. */
export function proxyFindings(http: HttpSettings, environment: Environment): readonly NetworkFinding[] {
	return [...proxy(http, environment), ...certificates(http, environment)];
}

function proxy(http: HttpSettings, environment: Environment): readonly NetworkFinding[] {
	const named = proxySource(http, environment);
	if (!named) {
		return [{ kind: 'network.direct' }];
	}
	const { from, value } = named;
	if (http.proxySupport === 'off') {
		return [{ kind: 'network.proxyUnused', from }];
	}
	const host = hostOf(value);
	if (host === undefined) {
		return [{ kind: 'network.badProxy', from }];
	}
	const hosts = exceptions(http, environment);
	return [
		{ kind: 'network.proxy', host, from },
		...(hosts.length > 0 ? [{ kind: 'network.noProxy' as const, hosts }] : []),
	];
}

/** The setting counts before the environment. */
function proxySource(
	{ proxy: setting }: HttpSettings,
	environment: Environment,
): { readonly from: string; readonly value: string } | undefined {
	if (setting.trim() !== '') {
		return { from: 'The setting http.proxy', value: setting.trim() };
	}
	const from = VARIABLES.find(name => (environment[name] ?? '') !== '');
	return from && { from, value: environment[from] ?? '' };
}

function exceptions({ noProxy }: HttpSettings, environment: Environment): readonly string[] {
	const named = environment.NO_PROXY ?? environment.no_proxy ?? '';
	const hosts = [...noProxy, ...named.split(',')].map(host => host.trim()).filter(host => host !== '');
	return [...new Set(hosts)];
}

function hostOf(value: string): string | undefined {
	// Where the environment names a host and a port alone, tools take it for http.
	const url = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
	return URL.canParse(url) ? new URL(url).host || undefined : undefined;
}

function certificates({ proxyStrictSSL }: HttpSettings, environment: Environment): readonly NetworkFinding[] {
	const isOff = environment.NODE_TLS_REJECT_UNAUTHORIZED === '0';
	return [
		...(isOff ? [{ kind: 'network.unverified' as const, from: 'NODE_TLS_REJECT_UNAUTHORIZED' }] : []),
		...(proxyStrictSSL ? [] : [{ kind: 'network.unverified' as const, from: 'http.proxyStrictSSL' }]),
		...(environment.NODE_EXTRA_CA_CERTS ? [{ kind: 'network.extraCertificates' as const }] : []),
	];
}
