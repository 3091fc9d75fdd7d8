import type { Problem } from '../shared/problem';
import { redact } from '../util/redact';

type NetworkCode = 'network.offline' | 'network.timeout' | 'network.tls' | 'network.proxy' | 'protocol';

/** What the codes that Node and undici put on an error, or on its cause, come down to. The first match decides. */
const CODES: ReadonlyArray<readonly [RegExp, NetworkCode]> = [
	[/^UND_ERR_PRX|^ERR_PROXY|^ERR_TUNNEL/, 'network.proxy'],
	[/^(?:ETIMEDOUT|ESOCKETTIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT)$/, 'network.timeout'],
	[
		/CERT|SELF_SIGNED|^(?:ERR_TLS|ERR_SSL|ERR_OSSL|UNABLE_TO_)|^(?:EPROTO|HOSTNAME_MISMATCH|INVALID_CA)$/,
		'network.tls',
	],
	[/^(?:ENOTFOUND|EAI_[A-Z]+|ECONN[A-Z]+|E(?:NET|HOST)(?:UNREACH|DOWN|RESET))$/, 'network.offline'],
	[/^(?:EADDRNOTAVAIL|EPIPE|UND_ERR_SOCKET|UND_ERR_CLOSED|UND_ERR_DESTROYED)$/, 'network.offline'],
	[/^HPE_|^UND_ERR_(?:HEADERS_OVERFLOW|REQ|RES|EXCEEDED)/, 'protocol'],
];

/** A proxy that refuses a tunnel is an error without a code of its own. */
const PROXY_MESSAGE = /\bproxy (?:response|connection|authentication)|HTTP tunnel/i;

/**
 * The problem behind an error that `fetch`, or reading a body, failed with; `undefined` where the network is not the
 * reason. `waitedSeconds` is how long the caller waited, for timeouts.
 */
export function problemOfNetworkError(
	error: unknown,
	host: string,
	waitedSeconds: number,
): Problem | undefined {
	const chain = causes(error);
	if (chain.some(({ message }) => PROXY_MESSAGE.test(message))) {
		const detail = chain.find(({ message }) => PROXY_MESSAGE.test(message))?.message ?? '';
		return { code: 'network.proxy', host, detail: redact(detail) };
	}
	for (const { code, message } of chain) {
		const kind = code === undefined ? undefined : CODES.find(([pattern]) => pattern.test(code))?.[1];
		if (code !== undefined && kind !== undefined) {
			return networkProblem(kind, { host, seconds: waitedSeconds, code, message: redact(message) });
		}
	}
	return undefined;
}

function networkProblem(
	kind: NetworkCode,
	{ host, seconds, code, message }: { host: string; seconds: number; code: string; message: string },
): Problem {
	switch (kind) {
		case 'network.offline':
			return { code: kind, host };
		case 'network.timeout':
			return { code: kind, host, seconds };
		case 'network.tls':
			// The code says more than the message, which changes from one OpenSSL to the next.
			return { code: kind, host, detail: code };
		case 'network.proxy':
			return { code: kind, host, detail: message || code };
		case 'protocol':
			return { code: kind, detail: message || code };
	}
}

interface Link {
	readonly code: string | undefined;
	readonly message: string;
}

/** An error, what caused it, and what was tried (several addresses of one host make an `AggregateError`), outermost first. */
function causes(error: unknown, depth = 0): readonly Link[] {
	if (!(error instanceof Error) || depth > 5) {
		return [];
	}
	const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
	const tried: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
	return [
		{ code, message: error.message },
		...causes(error.cause, depth + 1),
		...tried.flatMap(one => causes(one, depth + 1)),
	];
}
