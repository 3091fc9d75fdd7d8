import assert from 'node:assert/strict';
import { onHubWay } from '../../../src/hub/transfers/hubWay';
import { readVerifyAction } from '../../../src/hub/transfers/upload/readVerifyAction';
import { verifyLarge } from '../../../src/hub/transfers/upload/verifyLarge';
import { problemOf } from '../../../src/util/problemOf';
import { forever } from './transferPlace';
import { uploadDesk } from './uploadDesk';
import { weights } from './weights';

describe('Whether a large file has arrived', function () {
	this.timeout(30_000);
	const { place, repo, write, plan, order, run, onHub, codeOf } = uploadDesk();
	const asked = () => place.hub.traffic.requests.filter(one => one.path.endsWith('/verify'));

	it('is asked once of each that was sent, before the commit, with the token and what the Hub named', async () => {
		await write('whole.bin', weights(2_000));
		await write('parts.bin', weights(2_500_000));
		await write('the same.bin', weights(2_000));
		const made = await plan();
		place.hub.traffic.clear();
		await run(order(made));
		assert.deepEqual(
			asked().map(({ method, token, host, path }) => [method, token, host, path]),
			[1, 2].map(() => ['POST', 'write', 'hub', `/${repo.id}/verify`]),
		);
		const paths = place.hub.traffic.requests.map(one => one.path);
		assert.ok(
			paths.findLastIndex(one => one.endsWith('/verify')) < paths.findIndex(one => one.includes('/commit/')),
		);
		place.hub.traffic.clear();
		await write('another name.bin', weights(2_000));
		await run(order(await plan()));
		assert.deepEqual(asked(), [], 'what the Hub had was not sent');
	});

	it('is a problem that names it where it has not, and nothing is committed', async () => {
		const before = onHub();
		await write('lost.bin', weights(2_000));
		const made = order(await plan());
		// The storage says that it has it, and has it not.
		place.hub.faults.always({ path: /\/lfs-put\// }, { kind: 'emptyBody' });
		const problem = await run(made).then(
			() => undefined,
			(error: unknown) => problemOf(error),
		);
		assert.deepEqual(problem, { code: 'file.notArrived', file: 'lost.bin' });
		assert.deepEqual(onHub(), before);
		place.hub.faults.clear();
		await run(made);
		assert.ok(onHub().has('lost.bin'));
	});

	it('is asked of the Hub alone, and the token follows no redirect', async () => {
		await write('w.bin', weights(2_000));
		const made = await plan();
		const [file] = made.files;
		assert.ok(file);
		const verify = (url: string) =>
			onHubWay(place.deps, { repo, permission: 'hub.write', signal: forever }, way =>
				verifyLarge(place.deps, way, file, { url, header: {} }),
			);
		place.hub.traffic.clear();
		assert.equal(await codeOf(verify(`${place.hub.storageOrigin}/verify`)), 'token.origin');
		assert.equal(await codeOf(verify('https://example.org/verify')), 'token.origin');
		assert.deepEqual(place.hub.traffic.requests, []);
		place.hub.faults.always({ path: /\/verify$/ }, { kind: 'redirect' });
		assert.equal(await codeOf(run(order(made))), 'network.redirect');
		assert.ok(place.hub.traffic.requests.every(({ host, token }) => host === 'hub' || token === undefined));
	});

	const url = 'https://huggingface.co/acme/m/verify';
	const actions: ReadonlyArray<readonly [string, unknown, unknown]> = [
		['nothing', undefined, undefined],
		['null', null, undefined],
		['an address', { href: url }, { url, header: {} }],
		['a header', { href: url, header: { 'X-Ticket': 'a' } }, { url, header: { 'X-Ticket': 'a' } }],
		[
			'headers that are not its to say',
			{ href: url, header: { authorization: 'Basic x', Cookie: 'x', Host: 'x', 'Proxy-Authorization': 'x' } },
			{ url, header: {} },
		],
		[
			'headers that are none',
			{ href: url, header: { 'a b': 'x', c: 'x\r\ny: z', d: 1 } },
			{ url, header: {} },
		],
		['no address', {}, 'protocol'],
		['an address that is none', { href: 'verify' }, 'protocol'],
		['a text', 'verify', 'protocol'],
	];
	for (const [what, verify, meant] of actions) {
		it(`is read from ${what}`, () => {
			const read = () => readVerifyAction({ actions: { upload: {}, verify } });
			if (meant === 'protocol') {
				assert.throws(read, error => problemOf(error).code === 'protocol');
			} else {
				assert.deepEqual(read(), meant);
			}
		});
	}
});
