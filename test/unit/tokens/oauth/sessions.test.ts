import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Lease } from '../../../../src/tokens/oauth/lease';
import { makeTestTokens } from '../../../hub/testTokens';
import { problemOf } from '../../net/problemOf';
import type { SecretFault } from '../fakeEditor';
import { newToken } from '../newToken';
import { problemIn } from './problemIn';
import { HOURS, oneAtATime, renewalPlace } from './renewalPlace';

const signal = new AbortController().signal;
const noLease: Lease = { hold: (_name, work) => work() };
const facts = newToken({ name: 'ada', role: 'oauth', expiresAt: 5 });

describe('a sign-in', () => {
	it('is one secret, may do what was granted, and has no end that one would have to be told of', async () => {
		const { editor, hub, openWindow } = renewalPlace();
		const tokens = openWindow();
		const session = hub.session();
		const { id } = await tokens.add(facts, session);
		const [record] = tokens.records;
		assert.deepEqual(record?.signIn, { scopes: session.scopes });
		assert.equal(record.expiresAt, undefined);
		await tokens.update(id, { expiresAt: 7, state: 'valid' });
		assert.equal(tokens.records[0]?.expiresAt, undefined);
		assert.equal(editor.secrets.size, 1);
		assert.ok(!JSON.stringify(editor.stored).includes(session.accessToken));
		assert.equal((await tokens.credential('inference', signal))?.value, session.accessToken);
		assert.equal((await problemOf(tokens.credential('jobs', signal))).code, 'token.permission');
		assert.equal(hub.asked, 0);
	});

	it('renews itself when it is used and near its end, once for all who use it', async () => {
		const { editor, hub, openWindow } = renewalPlace();
		const tokens = openWindow();
		await tokens.add(facts, hub.session());
		editor.time += 8 * HOURS - 60_000;
		const values = await Promise.all([1, 2, 3].map(() => tokens.credential('inference', signal)));
		assert.deepEqual(new Set(values.map(one => one?.value)), new Set([hub.newest]));
		assert.equal(hub.asked, 1);
		assert.equal((await openWindow().credential('inference', signal))?.value, hub.newest);
		assert.equal(hub.asked, 1);
	});

	it('is not renewed for a look at it', async () => {
		const { editor, hub, openWindow } = renewalPlace();
		const tokens = openWindow();
		await tokens.add(facts, hub.session());
		editor.time += 9 * HOURS;
		await tokens.ambient([{ path: '.env', variable: 'HF_TOKEN', value: makeTestTokens().read }], false);
		await tokens.resolve();
		assert.equal(hub.asked, 0);
	});

	it('is used as it is while the Hub cannot renew it, until its end', async () => {
		const { editor, hub, openWindow } = renewalPlace();
		const tokens = openWindow();
		const session = hub.session();
		await tokens.add(facts, session);
		hub.faults.push('down', 'down');
		editor.time = session.expiresAt - 60_000;
		assert.equal((await tokens.credential('inference', signal))?.value, session.accessToken);
		editor.time = session.expiresAt + 1;
		assert.deepEqual(await problemOf(tokens.credential('inference', signal)), {
			code: 'server',
			status: 500,
		});
		assert.equal((await tokens.credential('inference', signal))?.value, hub.newest);
	});

	it('that was taken back says so, and is kept for another try', async () => {
		const { editor, hub, openWindow } = renewalPlace();
		const tokens = openWindow();
		await tokens.add(facts, hub.session());
		hub.revoke();
		editor.time += 9 * HOURS;
		assert.deepEqual(await problemOf(tokens.credential('inference', signal)), {
			code: 'signIn.ended',
			tokenName: 'ada',
		});
		assert.equal(tokens.records.length, 1);
		assert.equal(editor.secrets.size, 1);
	});

	it('is renewed to the end though the one who asked has left', async () => {
		const { editor, hub, openWindow } = renewalPlace();
		const tokens = openWindow();
		await tokens.add(facts, hub.session());
		editor.time += 9 * HOURS;
		const controller = new AbortController();
		hub.pause = () => new Promise(resolve => setImmediate(resolve));
		const asking = tokens.credential('inference', controller.signal);
		while (hub.asked === 0) {
			await new Promise(resolve => setImmediate(resolve));
		}
		controller.abort();
		assert.deepEqual(await problemOf(asking), { code: 'cancelled' });
		assert.equal((await tokens.credential('inference', signal))?.value, hub.newest);
		assert.equal(hub.asked, 1);
	});

	it('is not lost where the keyring does not take what it was renewed to', async () => {
		const { editor, hub, openWindow } = renewalPlace();
		const tokens = openWindow();
		await tokens.add(facts, hub.session());
		editor.time += 9 * HOURS;
		const store = editor.secrets.set.bind(editor.secrets);
		editor.secrets.set = () => {
			throw new Error('The keyring is locked');
		};
		assert.equal((await tokens.credential('inference', signal))?.value, hub.newest);
		assert.equal((await tokens.credential('inference', signal))?.value, hub.newest);
		editor.secrets.set = store;
		assert.equal((await tokens.credential('inference', signal))?.value, hub.newest);
		assert.equal((await openWindow().credential('inference', signal))?.value, hub.newest);
		assert.equal(hub.asked, 1);
	});

	it('is not lost where the keyring is empty for a while, just after it was renewed', async () => {
		const { editor, hub, openWindow } = renewalPlace();
		const tokens = openWindow();
		await tokens.add(facts, hub.session());
		editor.time += 9 * HOURS;
		let go: () => void = () => undefined;
		hub.pause = () => new Promise<void>(resolve => (go = resolve));
		const asking = problemIn(tokens.credential('inference', signal));
		while (hub.asked === 0) {
			await new Promise(resolve => setImmediate(resolve));
		}
		const before = new Map(editor.secrets);
		editor.secrets.clear();
		hub.pause = () => Promise.resolve();
		go();
		await asking;
		assert.equal(await problemIn(tokens.credential('inference', signal)), 'token.keyring');
		before.forEach((value, key) => editor.secrets.set(key, value));
		assert.equal((await tokens.credential('inference', signal))?.value, hub.newest);
		assert.equal((await openWindow().credential('inference', signal))?.value, hub.newest);
		assert.equal(hub.asked, 1);
	});

	it('is known for one again where the list of tokens was damaged', async () => {
		const { editor, hub, openWindow } = renewalPlace();
		await openWindow().add(facts, hub.session());
		editor.stored = { ...editor.stored, 'hfWorkbench.tokens': 'garbage' };
		const tokens = openWindow();
		await tokens.recoverUnlisted();
		await tokens.update(tokens.records[0]?.id ?? '', { user: 'ada', role: 'oauth', expiresAt: 5 });
		const [record] = tokens.records;
		assert.deepEqual(record?.signIn, { scopes: ['openid', 'profile', 'inference-api'] });
		assert.equal(record.expiresAt, undefined);
	});

	it('that was removed while it was renewed leaves nothing behind', async () => {
		const { editor, hub, openWindow } = renewalPlace();
		const tokens = openWindow();
		const { id } = await tokens.add(facts, hub.session());
		editor.time += 9 * HOURS;
		let go: () => void = () => undefined;
		hub.pause = () => new Promise<void>(resolve => (go = resolve));
		const asking = tokens.credential('inference', signal).catch(() => undefined);
		while (hub.asked === 0) {
			await new Promise(resolve => setImmediate(resolve));
		}
		await tokens.remove(id);
		hub.pause = () => Promise.resolve();
		go();
		await asking;
		assert.equal(editor.secrets.size, 0);
	});
});

describe('two windows with one sign-in', () => {
	const fault = fc.option(fc.constantFrom<SecretFault>('throw', 'throwAfter'), { nil: undefined, freq: 5 });
	const plan = fc.array(fc.constantFrom('use', 'wait', 'leave'), { maxLength: 6 });
	const ways: ReadonlyArray<readonly [string, () => Lease]> = [
		['a lease', oneAtATime],
		['no lease to be had', () => noLease],
	];

	for (const [what, lease] of ways) {
		it(`never lose it, with ${what}: in the end both use the newest token, without signing in again`, async () => {
			await fc.assert(
				fc.asyncProperty(
					fc.scheduler(),
					plan,
					plan,
					fc.array(fault, { maxLength: 12 }),
					async (scheduler, one, other, faults) => {
						const { editor, hub, openWindow } = renewalPlace(lease());
						const first = openWindow();
						await first.add(facts, hub.session());
						const windows = [first, openWindow()] as const;
						editor.pause = () => scheduler.schedule(Promise.resolve());
						hub.pause = () => scheduler.schedule(Promise.resolve());
						editor.secretFaults.push(...faults);
						let ended = false;
						const act = async (tokens: (typeof windows)[number], steps: readonly string[]) => {
							for (const step of steps) {
								const controller = new AbortController();
								if (step === 'wait') {
									editor.time += 9 * HOURS;
								}
								const asking = problemIn(tokens.credential('inference', controller.signal));
								if (step === 'leave') {
									controller.abort();
								}
								ended ||= (await asking) === 'signIn.ended';
							}
						};
						await scheduler.waitFor(Promise.all([act(windows[0], one), act(windows[1], other)]));
						await scheduler.waitIdle();
						// A window that comes too late finds what the other one got, where that could be stored.
						assert.ok(!ended || faults.some(one => one !== undefined));
						editor.pause = () => Promise.resolve();
						hub.pause = () => Promise.resolve();
						editor.secretFaults.length = 0;
						// Whichever window holds what could not be stored brings it in when it is used.
						for (const tokens of [...windows, ...windows]) {
							await tokens.credential('inference', signal).catch(() => undefined);
						}
						editor.time += 9 * HOURS;
						for (const tokens of windows) {
							assert.equal((await tokens.credential('inference', signal))?.value, hub.newest);
						}
						assert.equal(editor.secrets.size, 1);
					},
				),
				{ numRuns: 200 },
			);
		}).timeout(60_000);
	}
});
