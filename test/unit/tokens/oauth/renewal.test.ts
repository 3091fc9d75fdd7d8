import assert from 'node:assert/strict';
import { checkRecord } from '../../../../src/account/checkRecord';
import { vaultKey } from '../../../../src/tokens/originKey';
import { ProblemError } from '../../../../src/util/problemError';
import { problemOf } from '../../net/problemOf';
import { newToken } from '../newToken';
import { problemIn } from './problemIn';
import { HOURS, renewalPlace } from './renewalPlace';

const signal = new AbortController().signal;
const facts = newToken({ name: 'ada', role: 'oauth', expiresAt: 5 });

/** More turns than anything in memory takes. */
const TURNS = 1_000;

async function until(holds: () => boolean): Promise<void> {
	for (let turns = 0; !holds(); turns++) {
		assert.ok(turns < TURNS, 'It does not come about.');
		await new Promise(resolve => setImmediate(resolve));
	}
}

describe('a sign-in that is renewed, or cannot be', () => {
	it('whose renewal was answered and not received is good until its end; then one signs in again, and nothing is deleted', async () => {
		const { editor, hub, openWindow } = renewalPlace();
		const tokens = openWindow();
		const session = hub.session();
		const { id } = await tokens.add(facts, session);
		hub.faults.push('lost');
		editor.time = session.expiresAt - 60_000;
		assert.equal((await tokens.credential('inference', signal))?.value, session.accessToken);
		assert.equal((await tokens.credential('inference', signal))?.value, session.accessToken);
		editor.time = session.expiresAt + 1;
		assert.deepEqual(await problemOf(tokens.credential('inference', signal)), {
			code: 'signIn.ended',
			tokenName: 'ada',
		});
		assert.deepEqual([tokens.records.map(one => one.id), editor.secrets.size], [[id], 1]);
		await tokens.replace(id, facts, hub.session());
		assert.equal((await tokens.credential('inference', signal))?.value, hub.newest);
	});

	it('that the Hub refuses before its end is renewed, and is refused only where that is refused, too', async () => {
		const { hub, openWindow } = renewalPlace();
		const tokens = openWindow();
		const { id } = await tokens.add(facts, hub.session());
		const refuse = async () => {
			const credential = await tokens.credentialOf(id);
			assert.ok(credential);
			await tokens.refused(credential, 'invalid');
			return credential.value;
		};
		const first = await refuse();
		assert.equal(tokens.records[0]?.state, 'valid');
		assert.notEqual((await tokens.credentialOf(id))?.value, first);
		hub.faults.push('down');
		await refuse();
		assert.equal(tokens.records[0]?.state, 'valid');
		hub.revoke();
		await refuse();
		assert.equal(tokens.records[0]?.state, 'invalid');
	});

	it('is checked again with what it was renewed to, where the Hub refuses what it was', async () => {
		const { hub, openWindow } = renewalPlace();
		const tokens = openWindow();
		const session = hub.session();
		const record = await tokens.add(facts, session);
		const asked: string[] = [];
		const whoAmI = async ({ value }: { readonly value: string }) => {
			asked.push(value);
			if (value === session.accessToken) {
				throw new ProblemError({ code: 'token.invalid' });
			}
			return { user: 'ada', tokenName: 'ada', role: 'oauth', isPro: false, organisations: [], toldAt: 0 };
		};
		const outcome = await checkRecord({ tokens, hub: { whoAmI } }, record, signal);
		assert.deepEqual([outcome.state, asked], ['valid', [session.accessToken, hub.newest]]);
		assert.equal(tokens.records[0]?.state, 'valid');
	});

	it('that was refused is good again once it was renewed', async () => {
		const { editor, hub, openWindow } = renewalPlace();
		const tokens = openWindow();
		const { id } = await tokens.add(facts, hub.session());
		await tokens.update(id, { state: 'invalid' });
		editor.time += 9 * HOURS;
		assert.equal((await tokens.credential('inference', signal))?.value, hub.newest);
		await until(() => tokens.records[0]?.state === 'valid');
	});

	it('is told to have another value when it is renewed, in each window that had the last one', async () => {
		const { editor, hub, openWindow } = renewalPlace();
		const one = openWindow();
		const { id } = await one.add(facts, hub.session());
		const [other, third] = [openWindow(), openWindow()];
		const windows = [one, other, third];
		await one.credentialOf(id);
		await other.credentialOf(id);
		const versions = () => windows.map(window => window.versionOf(id));
		const before = versions();
		const told = [0, 0, 0];
		windows.forEach((window, index) => window.onDidChange(() => (told[index] = (told[index] ?? 0) + 1)));
		editor.time += 9 * HOURS;
		await one.credentialOf(id);
		await until(() => versions()[1] !== before[1]);
		assert.notEqual(versions()[0], before[0]);
		assert.equal(versions()[2], before[2]);
		assert.ok(told.every(count => count > 0));
		assert.equal((await third.credentialOf(id))?.value, hub.newest);
	});

	it('is not renewed by a host to which it is never to be sent', async () => {
		const { editor, hub, openWindow } = renewalPlace();
		const tokens = openWindow();
		const session = { ...hub.session(), hub: 'https://mirror.example/hub' };
		const { id } = await tokens.add(facts, session);
		await tokens.answerHosts(vaultKey(id), ['https://mirror.example'], 'denied');
		editor.time = session.expiresAt - 60_000;
		assert.equal((await tokens.credential('inference', signal))?.value, session.accessToken);
		editor.time = session.expiresAt + 1;
		assert.deepEqual(await problemOf(tokens.credential('inference', signal)), {
			code: 'signIn.host',
			origin: 'https://mirror.example',
			tokenName: 'ada',
			tokenKey: vaultKey(id),
		});
		assert.equal(hub.asked, 0);
		await tokens.answerHosts(vaultKey(id), ['https://mirror.example'], 'allowed');
		assert.equal((await tokens.credential('inference', signal))?.value, hub.newest);
	});

	it('is kept for one window only where the keyring does not work, and renews itself there', async () => {
		const { editor, hub, openWindow } = renewalPlace();
		const tokens = openWindow();
		const session = hub.session();
		const { id } = await tokens.addForSession(facts, session);
		assert.deepEqual(tokens.records[0]?.signIn, { scopes: session.scopes });
		assert.deepEqual(await tokens.grantOf(id), { scopes: session.scopes, hub: session.hub });
		assert.equal((await tokens.credential('inference', signal))?.value, session.accessToken);
		editor.time += 9 * HOURS;
		assert.equal((await tokens.credential('inference', signal))?.value, hub.newest);
		assert.deepEqual([editor.secrets.size, editor.stored], [0, {}]);
	});

	it('is stored before its window closes, though whoever asked for it has left', async () => {
		const { editor, hub, openWindow } = renewalPlace();
		const tokens = openWindow();
		await tokens.add(facts, hub.session());
		editor.time += 9 * HOURS;
		let go: () => void = () => undefined;
		hub.pause = () => new Promise<void>(resolve => (go = resolve));
		const stop = new AbortController();
		const asking = problemIn(tokens.credential('inference', stop.signal));
		await until(() => hub.asked === 1);
		stop.abort();
		await asking;
		hub.pause = () => Promise.resolve();
		go();
		await tokens.settled();
		assert.ok([...editor.secrets.values()].some(value => value.includes(hub.newest)));
	});

	it('that the keyring did not take is stored when its window closes', async () => {
		const { editor, hub, openWindow } = renewalPlace();
		const tokens = openWindow();
		await tokens.add(facts, hub.session());
		editor.time += 9 * HOURS;
		const store = editor.secrets.set.bind(editor.secrets);
		editor.secrets.set = () => {
			throw new Error('The keyring is locked');
		};
		await tokens.credential('inference', signal);
		editor.secrets.set = store;
		await tokens.settled();
		assert.ok([...editor.secrets.values()].some(value => value.includes(hub.newest)));
	});
});
