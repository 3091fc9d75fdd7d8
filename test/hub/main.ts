import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startLoopbackHub } from './loopbackHub';

const usage =
	'Usage: tsx test/hub/main.ts [--port N] [--router-port N] [--delta-gap-ms N] [--tokens-file FILE]';

/** Starts the loopback Hub by itself; one line of JSON says where it listens. Ends on SIGINT or SIGTERM. */
async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string' },
			'router-port': { type: 'string' },
			'delta-gap-ms': { type: 'string' },
			'tokens-file': { type: 'string' },
		},
	});
	const hub = await startLoopbackHub({
		port: Number(values.port ?? 0),
		routerPort: Number(values['router-port'] ?? 0),
		...(values['delta-gap-ms'] === undefined ? {} : { deltaGapMs: Number(values['delta-gap-ms']) }),
	});
	const tokensFile = values['tokens-file'];
	if (tokensFile !== undefined) {
		await writeFile(tokensFile, JSON.stringify(hub.tokens), { mode: 0o600, flag: 'wx' });
	}
	const { origin, routerOrigin, foreignOrigin } = hub;
	console.log(JSON.stringify({ origin, routerOrigin, foreignOrigin }));
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void hub.stop());
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	console.error(usage);
	process.exitCode = 1;
});
