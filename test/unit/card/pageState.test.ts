import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PageState } from '../../../src/card/checkReferences';
import { pageState } from '../../../src/card/pageState';
import { openOperation } from '../../../src/net/openOperation';
import { problemOf } from '../../../src/util/problemOf';

const PAGES = 'https://pages.example';

/** What the server says to HEAD, and to GET where it is asked again. */
const CASES: ReadonlyArray<readonly [head: number, get: number | undefined, state: PageState]> = [
	[200, undefined, 'there'],
	[404, undefined, 'gone'],
	[410, undefined, 'gone'],
	// What asks for a sign-in is there, and what does not answer so often.
	[401, undefined, 'there'],
	[429, undefined, 'there'],
	[403, 403, 'there'],
	[403, 404, 'gone'],
	[405, 200, 'there'],
	[501, 404, 'gone'],
	[500, undefined, { unknown: 'It answers with status 500.' }],
];

describe('a page that a card leads to', () => {
	let server: Server;
	let answers: Readonly<Partial<Record<string, number>>> = {};
	let location: string | undefined;
	const asked: Array<readonly [method: string, headers: readonly string[]]> = [];

	before(async () => {
		server = createServer(({ method = '', rawHeaders }, response) => {
			asked.push([method, rawHeaders.filter((_, index) => index % 2 === 0)]);
			const status = answers[method];
			if (status !== undefined) {
				response.writeHead(status, location === undefined ? {} : { location }).end();
			}
		}).listen(0, '127.0.0.1');
		await once(server, 'listening');
	});
	beforeEach(() => {
		answers = {};
		location = undefined;
		asked.length = 0;
	});
	after(() => {
		server.closeAllConnections();
		server.close();
	});

	const ask = (url: string, signal = new AbortController().signal) => {
		const { port } = server.address() as AddressInfo;
		const origin = `http://127.0.0.1:${port}`;
		return pageState(url, signal, options =>
			openOperation({ ...options, origins: [origin], rewrite: { [PAGES]: origin } }),
		);
	};

	for (const [head, get, state] of CASES) {
		it(`is ${JSON.stringify(state)} where HEAD answers ${head}${get === undefined ? '' : ` and GET ${get}`}`, async () => {
			answers = { HEAD: head, ...(get !== undefined && { GET: get }) };
			assert.deepEqual(await ask(`${PAGES}/a`), state);
			const methods = asked.map(([method]) => method);
			assert.deepEqual(methods, get === undefined ? ['HEAD'] : ['HEAD', 'GET']);
			assert.ok(asked.every(([, names]) => !names.some(name => /authorization|cookie/i.test(name))));
		});
	}

	it('is there where it has moved to another host, which nobody goes to', async () => {
		answers = { HEAD: 301 };
		location = 'https://elsewhere.example/a';
		assert.equal(await ask(`${PAGES}/a`), 'there');
		assert.equal(asked.length, 1);
	});

	it('is not asked for in this machine’s own network', async () => {
		for (const url of ['http://localhost:8080', 'http://127.0.0.1', 'http://[::1]/a', 'http://printer/']) {
			assert.equal(await ask(url), 'private', url);
		}
		assert.deepEqual(asked, []);
	});

	it('is not known where the line is broken, and nobody is told anything once the user has left', async () => {
		const unreachable = await pageState('https://gone.example/a', new AbortController().signal, options =>
			openOperation({
				...options,
				origins: ['http://127.0.0.1:9'],
				rewrite: { 'https://gone.example': 'http://127.0.0.1:9' },
			}),
		);
		assert.ok(typeof unreachable === 'object' && unreachable.unknown !== '');
		const stop = new AbortController();
		const left = ask(`${PAGES}/slow`, stop.signal).catch(problemOf);
		stop.abort();
		assert.deepEqual(await left, { code: 'cancelled' });
	});
});
