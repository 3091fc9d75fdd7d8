import assert from 'node:assert/strict';
import { openOperation } from '../../../src/net/openOperation';
import { makeTestTokens } from '../../hub/testTokens';
import { type LocalServer, startServer } from './localServer';
import { problemOf } from './problemOf';

describe('an access token in an address', () => {
	let hub: LocalServer;
	before(async () => {
		hub = await startServer((_, response) => response.end('{}'));
	});
	after(() => hub.stop());

	const { signal } = new AbortController();
	const open = () => openOperation({ origins: [hub.origin], signal });
	const pasted = makeTestTokens().write;
	const ADDRESSES = {
		'of a repo': `/api/models/${pasted}`,
		'of a search': `/api/models?search=${pasted}`,
		'that is encoded': `/api/models?search=a+%68${pasted.slice(1)}%20b`,
	};

	for (const [which, address] of Object.entries(ADDRESSES)) {
		it(`${which} is not sent`, async () => {
			const url = hub.origin + address;
			assert.deepEqual(await problemOf(open().fetch(url)), { code: 'token.inAddress' });
			assert.deepEqual(await problemOf(open().transfer({ url, method: 'GET', headers: {}, signal })), {
				code: 'token.inAddress',
			});
			assert.deepEqual(hub.seen, []);
		});
	}

	it('is not what only begins like one, or cannot be decoded', async () => {
		await open().fetch(`${hub.origin}/api/models?search=hf_hub_download%`);
		assert.equal(hub.seen.length, 1);
	});
});
