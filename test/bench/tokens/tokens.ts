import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createHub } from '../../../src/hub/hubClient';
import { tokenFiles } from '../../../src/tokens/tokenFiles';
import { credentialOf } from '../../hub/credentialOf';
import { startLoopbackHub } from '../../hub/loopbackHub';
import { makeTestTokens } from '../../hub/testTokens';
import { FakeEditor } from '../../unit/tokens/fakeEditor';
import { newToken } from '../../unit/tokens/newToken';
import type { BenchTools } from '../benchTools';
import type { Row } from '../row';
import { sampleOf } from '../sample';

const TOKENS = 20;
const ROUNDS = 2_000;
const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** What is asked of the tokens all the time: which one is used here, and whose a token is. */
export async function tokens({ folder }: BenchTools): Promise<readonly Row[]> {
	return [await resolving(folder), await whoAmI()];
}

/** With a full vault and the command line's files on a real disk; held against reading the same files. */
async function resolving(folder: string): Promise<Row> {
	const { home, files } = commandLine(folder);
	const { tokens: vault } = new FakeEditor().openWindow({ files: { ...tokenFiles, home } });
	for (let count = 0; count < TOKENS; count++) {
		await vault.add(newToken({ name: `token ${count}` }), makeTestTokens().read);
	}
	const ours = await timesOf(() => vault.resolve({ permission: 'inference' }));
	const bare = await timesOf(() => Promise.all(files.map(file => readFile(file, 'utf8'))));
	return {
		what: `Which token is used, of ${TOKENS} in the vault and the command line’s`,
		unit: 'ms',
		ours: sampleOf(ours),
		controls: [{ name: '`readFile`', sample: sampleOf(bare) }],
		budget: { of: 'value', most: 1 },
	};
}

function commandLine(folder: string): { readonly home: string; readonly files: readonly string[] } {
	const home = path.join(folder, 'home');
	const cache = path.join(home, '.cache/huggingface');
	mkdirSync(cache, { recursive: true });
	const values = makeTestTokens();
	const files = [path.join(cache, 'token'), path.join(cache, 'stored_tokens')] as const;
	writeFileSync(files[0], values.read);
	writeFileSync(files[1], `[one]\nhf_token = ${values.read}\n\n[two]\nhf_token = ${values.write}\n`);
	return { home, files };
}

async function timesOf(work: () => Promise<unknown>): Promise<readonly number[]> {
	const times: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const start = performance.now();
		await work();
		times.push(performance.now() - start);
	}
	return times;
}

/** An hour in which somebody wants to know every ten seconds, by a clock that is turned by hand. */
async function whoAmI(): Promise<Row> {
	const server = await startLoopbackHub();
	try {
		let now = 0;
		const hub = createHub({
			endpoints: () => ({ hub: server.origin, router: server.routerOrigin }),
			credentials: async () => undefined,
			now: () => now,
		});
		for (; now < HOUR; now += 10 * SECOND) {
			await hub.whoAmI(credentialOf(server, 'read'), new AbortController().signal);
		}
		const asked = server.traffic.requests.filter(({ path: asking }) => asking.startsWith('/api/whoami'));
		return {
			what: '`whoami` in an hour in which it is wanted 360 times',
			unit: 'count',
			ours: sampleOf([asked.length]),
			budget: { of: 'value', most: 1 },
		};
	} finally {
		await server.stop();
	}
}
