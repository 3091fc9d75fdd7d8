import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { TokenAuthentication } from '../../src/account/tokenAuthentication';
import { facts, memoryTokens } from './memoryTokens';
import { testHub } from './testHub';

type SignIn = ConstructorParameters<typeof TokenAuthentication>[0]['signIn'];

const PROVIDER = 'hf-workbench';

describe('tokens for other extensions', () => {
	const { origin, tokens: values } = testHub();
	const log = vscode.window.createOutputChannel('Test of the authentication provider', { log: true });
	const open: vscode.Disposable[] = [];

	after(() => void log.dispose());
	afterEach(() => void vscode.Disposable.from(...open.splice(0)).dispose());

	function provider(signIn: SignIn = async () => undefined) {
		const { tokens, secrets } = memoryTokens({}, origin);
		const asked: string[][] = [];
		let isRemoval = true;
		const authentication = new TokenAuthentication({
			tokens,
			log,
			signIn,
			askWhetherToRemove: async records => {
				asked.push(records.map(({ name }) => name));
				return isRemoval;
			},
		});
		const changes: Array<readonly [string, number]> = [];
		open.push(
			tokens,
			authentication,
			authentication.onDidChangeSessions(({ added = [], removed = [], changed = [] }) =>
				changes.push(
					...(
						[
							['added', added.length],
							['removed', removed.length],
							['changed', changed.length],
						] as const
					).filter(([, count]) => count > 0),
				),
			),
		);
		const labels = async (scopes?: readonly string[], account?: string) =>
			(
				await authentication.getSessions(
					scopes,
					account === undefined ? {} : { account: { id: account, label: account } },
				)
			).map(({ account: { label }, accessToken }) =>
				accessToken === '' ? label : `${label} ${accessToken === values.read ? 'read' : 'other'}`,
			);
		return {
			asked,
			keep: () => (isRemoval = false),
			tokens,
			secrets,
			authentication,
			changes,
			labels,
		};
	}

	it('are known to VS Code, which gives none without the user’s consent', async () => {
		await vscode.extensions.getExtension('hf-workbench.hf-workbench')?.activate();
		assert.deepEqual(await vscode.authentication.getAccounts(PROVIDER), []);
		assert.equal(
			await vscode.authentication.getSession(PROVIDER, ['inference-api'], { silent: true }),
			undefined,
		);
	});

	it('are one for each account, with the least that will do, and all of them where VS Code asks what to remove', async () => {
		const { tokens, labels } = provider();
		await tokens.add(facts('all', { user: 'ada', role: 'write' }), values.write);
		await tokens.add(facts('some', { user: 'ada', role: 'read' }), values.read);
		await tokens.add(facts('other', { user: 'bram', role: 'read' }), values.otherUser);
		assert.deepEqual(await labels(), ['ada', 'ada', 'bram']);
		assert.deepEqual(await labels([]), ['ada read', 'bram other']);
		assert.deepEqual(await labels(['openid', 'inference-api'], 'ada'), ['ada read']);
		assert.deepEqual(await labels(['write-repos']), ['ada other']);
		assert.deepEqual(await labels(['write-repos'], 'bram'), []);
		assert.deepEqual(await labels(['something-new']), []);
	});

	it('are none of those that the Hub has refused, or of which nobody knows what they may do', async () => {
		const { tokens, labels } = provider();
		const { id } = await tokens.add(facts('some', { user: 'ada', role: 'read' }), values.read);
		await tokens.add(facts('unknown', { user: 'bram', role: 'unknown' }), values.otherUser);
		assert.deepEqual(await labels(['inference-api']), ['ada read']);
		await tokens.update(id, { state: 'invalid' });
		assert.deepEqual(await labels(['inference-api']), []);
	});

	it('come and go with the vault, and an event has no value in it', async () => {
		const { tokens, authentication, changes } = provider();
		const heard: string[] = [];
		open.push(authentication.onDidChangeSessions(change => heard.push(JSON.stringify(change))));
		const { id } = await tokens.add(facts('some', { user: 'ada', role: 'read' }), values.read);
		await tokens.rename(id, 'renamed');
		await tokens.update(id, { state: 'expired' });
		await authentication.removeSession(id);
		assert.deepEqual(changes, [
			['added', 1],
			['removed', 1],
		]);
		assert.ok(!heard.join().includes(values.read));
		assert.deepEqual(tokens.records, []);
	});

	it('that are new are told of with the scopes that somebody waits for', async () => {
		const { tokens, authentication, labels } = provider();
		const heard: Array<readonly string[]> = [];
		open.push(
			authentication.onDidChangeSessions(({ added = [] }) =>
				heard.push(...added.map(({ scopes }) => scopes)),
			),
		);
		assert.deepEqual(await labels(['inference-api']), []);
		assert.deepEqual(await labels(['write-repos']), []);
		await tokens.add(facts('reads', { user: 'ada', role: 'read' }), values.read);
		await tokens.add(facts('writes', { user: 'ada', role: 'write' }), values.write);
		assert.deepEqual(heard, [['inference-api'], ['inference-api'], ['write-repos']]);
	});

	it('are removed only where the user wants that, who is asked once about all of them', async () => {
		const { tokens, authentication, asked, keep } = provider();
		const one = await tokens.add(facts('one', { user: 'ada', role: 'read' }), values.read);
		const two = await tokens.add(facts('two', { user: 'ada', role: 'write' }), values.write);
		await authentication.removeSession(one.id);
		await authentication.removeSession(two.id);
		assert.deepEqual([asked, tokens.records], [[['one', 'two']], []]);
		keep();
		const { id } = await tokens.add(facts('three', { user: 'ada', role: 'read' }), values.read);
		await authentication.removeSession(id);
		assert.deepEqual([asked.at(-1), tokens.records.length], [['three'], 1]);
	});

	it('change when a value is replaced, and one that is removed names the account that is left', async () => {
		const { tokens, changes } = provider();
		const ada = { user: 'ada', role: 'read' } as const;
		const { id } = await tokens.add(facts('one', ada), values.read);
		await tokens.replace(id, facts('one', ada), values.write);
		await tokens.add(facts('two', ada), values.otherUser);
		await tokens.remove(id);
		assert.deepEqual(changes, [
			['added', 1],
			['changed', 1],
			['added', 1],
			['removed', 1],
			['changed', 1],
		]);
	});

	it('are not said to be none where the keyring fails: why is said, and no value', async () => {
		const { tokens, secrets, authentication } = provider();
		await tokens.add(facts('some', { user: 'ada', role: 'read' }), values.read);
		secrets.clear();
		await assert.rejects(authentication.getSessions(['inference-api'], {}), (error: Error) => {
			assert.match(error.message, /It has no value for “some” any more/);
			return !error.message.includes(values.read);
		});
	});

	it('are asked for with the very scopes that an extension wants', async () => {
		const asked: Array<readonly string[]> = [];
		const scopes = ['email', 'read-collections'];
		const now = Date.now();
		const place = provider(async wanted => {
			asked.push(wanted);
			return place.tokens.add(facts('new', { user: 'ada', role: 'oauth' }), {
				accessToken: values.read,
				issuedAt: now,
				expiresAt: now + 3_600_000,
				scopes: ['openid', 'profile', ...wanted],
				clientId: 'app',
				hub: origin,
			});
		});
		const { accessToken } = await place.authentication.createSession(scopes, {});
		assert.deepEqual([accessToken, asked], [values.read, [scopes]]);
	});

	it('are not in what the extension gives others', async () => {
		const extension = vscode.extensions.getExtension<Record<string, unknown>>('hf-workbench.hf-workbench');
		const api = await extension?.activate();
		assert.deepEqual(
			Object.entries(api ?? {})
				.map(([name, value]) => `${name}: ${typeof value}`)
				.toSorted(),
			['onDidFinishRun: function', 'run: function', 'version: string'],
		);
		assert.match(String(api?.version), /^\d+\.\d+\.\d+$/);
	});

	it('are asked for where there is none, and none is made up when the user leaves', async () => {
		const { authentication } = provider();
		await assert.rejects(authentication.createSession(['inference-api'], {}), /Nobody signed in/);
		const late = provider(async () =>
			late.tokens.add(facts('new', { user: 'ada', role: 'read' }), values.read),
		);
		const session = await late.authentication.createSession(['inference-api'], {});
		assert.deepEqual([session.accessToken, session.scopes], [values.read, ['inference-api']]);
		await assert.rejects(late.authentication.createSession(['write-repos'], {}), /No token of ada may do/);
	});
});
