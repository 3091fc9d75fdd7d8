import type { Endpoints } from '../../net/endpoints';
import { offlineVariable } from '../../net/offlineVariable';
import type { EndpointSource, EnvironmentFinding } from '../findings/environmentFinding';

/** What is written down about the Hub, and what comes of it. */
export interface EnvironmentFacts {
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** The settings as the user has written them; absent where they have not. */
	readonly written: { readonly hub?: string; readonly router?: string };
	/** What is used. */
	readonly endpoints: Endpoints;
}

const USUAL: Endpoints = { hub: 'https://huggingface.co', router: 'https://router.huggingface.co' };

export function environmentFindings(facts: EnvironmentFacts): readonly EnvironmentFinding[] {
	const { environment, endpoints } = facts;
	const offline = offlineVariable(environment);
	const isImplicitOff = /^(?:1|on|yes|true)$/i.test(environment.HF_HUB_DISABLE_IMPLICIT_TOKEN ?? '');
	const found: readonly EnvironmentFinding[] = [
		...(offline ? [{ kind: 'environment.offline' as const, variable: offline }] : []),
		...sources(facts).flatMap(({ from, which, value }) => {
			const endpoint = readable(value);
			if (endpoint === undefined) {
				return [{ kind: 'environment.badEndpoint' as const, from }];
			}
			return endpoint === endpoints[which] ? ofEndpoint(which, endpoint, from) : [];
		}),
		...twoEndpoints(facts),
		...(isImplicitOff ? [{ kind: 'environment.noImplicitToken' as const }] : []),
	];
	const isUsual = endpoints.hub === USUAL.hub && endpoints.router === USUAL.router;
	return isUsual ? [...found, { kind: 'environment.usual', ...endpoints }] : found;
}

interface Source {
	readonly from: EndpointSource;
	readonly which: keyof Endpoints;
	readonly value: string;
}

/** The one that counts first. */
function sources({ environment, written }: EnvironmentFacts): readonly Source[] {
	const all: ReadonlyArray<Omit<Source, 'value'> & { readonly value: string | undefined }> = [
		{ from: 'hfWorkbench.hub.endpoint', which: 'hub', value: written.hub },
		{ from: 'HF_ENDPOINT', which: 'hub', value: environment.HF_ENDPOINT },
		{ from: 'hfWorkbench.inference.routerEndpoint', which: 'router', value: written.router },
	];
	return all.flatMap(({ value, ...source }) => (value ? [{ ...source, value }] : []));
}

function ofEndpoint(
	which: keyof Endpoints,
	endpoint: string,
	from: EndpointSource,
): readonly EnvironmentFinding[] {
	if (endpoint === USUAL[which]) {
		return [];
	}
	const { protocol, hostname } = new URL(endpoint);
	const isHere = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
	return [
		{ kind: 'environment.endpoint', which, endpoint, from },
		...(protocol === 'http:' && !isHere ? [{ kind: 'environment.plainHttp' as const, endpoint, from }] : []),
	];
}

function twoEndpoints({ environment, written }: EnvironmentFacts): readonly EnvironmentFinding[] {
	const [variable, setting] = [environment.HF_ENDPOINT, written.hub].map(readable);
	return variable !== undefined && setting !== undefined && variable !== setting
		? [{ kind: 'environment.twoEndpoints', variable, setting }]
		: [];
}

/** The address in a form that can be shown and compared; nothing where it is none, or names somebody. */
function readable(value: string | undefined): string | undefined {
	if (!value || !URL.canParse(value)) {
		return undefined;
	}
	const { protocol, username, password, origin, pathname } = new URL(value);
	return /^https?:$/.test(protocol) && username === '' && password === ''
		? `${origin}${pathname}`.replace(/\/+$/, '')
		: undefined;
}
