import assert from 'node:assert/strict';
import type { NetworkInterfaceInfo } from 'node:os';
import { describe, it } from 'mocha';
import { NetworkWatch } from '../../../src/net/networkWatch';

const at = (address: string, internal = false): NetworkInterfaceInfo => ({
	address,
	internal,
	netmask: '',
	mac: '',
	cidr: null,
	...(address.includes(':') ? { family: 'IPv6', scopeid: 0 } : { family: 'IPv4' }),
});

describe('NetworkWatch', () => {
	const own = [at('127.0.0.1', true), at('::1', true)];
	const online = [...own, at('192.168.1.7')];
	const watchOf = (before: NetworkInterfaceInfo[]) => {
		let now = before;
		const watch = new NetworkWatch(() => ({ it: now }));
		return { watch, become: (addresses: NetworkInterfaceInfo[]) => (now = addresses) };
	};

	const rows: ReadonlyArray<readonly [what: string, addresses: NetworkInterfaceInfo[], gone: boolean]> = [
		['an address that a network gave', online, false],
		['one of IPv6 alone', [...own, at('2001:db8::7')], false],
		['only its own loopback', own, true],
		['only addresses that it gave itself', [...own, at('169.254.3.4'), at('fe80::1')], true],
		['nothing at all', [], true],
	];
	for (const [what, addresses, gone] of rows) {
		it(`${gone ? 'says' : 'does not say'} that the network is gone where there is ${what}`, () => {
			const { watch, become } = watchOf(online);
			become(addresses);
			assert.equal(watch.isGone('router.huggingface.co'), gone);
			become(online);
			assert.equal(watch.isGone('router.huggingface.co'), false);
		});
	}

	it('does not miss a network that was never there', () => {
		const { watch, become } = watchOf(own);
		assert.equal(watch.isGone('router.huggingface.co'), false);
		become(online);
		assert.equal(watch.isGone('router.huggingface.co'), false);
		become(own);
		assert.equal(watch.isGone('router.huggingface.co'), true);
	});

	it('needs none for this machine itself', () => {
		const { watch, become } = watchOf(online);
		become([]);
		for (const host of ['localhost', 'hub.localhost', '127.0.0.1', '127.1.2.3', '[::1]']) {
			assert.equal(watch.isGone(host), false);
		}
		assert.equal(watch.isGone('127.0.0.1.example.com'), true);
	});
});
