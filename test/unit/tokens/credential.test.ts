import assert from 'node:assert/strict';
import type { Permission } from '../../../src/shared/permission';
import { fingerprint } from '../../../src/tokens/fingerprint';
import type { TokensOptions } from '../../../src/tokens/tokensOptions';
import { makeTestTokens } from '../../hub/testTokens';
import { problemOf } from '../net/problemOf';
import { FakeEditor } from './fakeEditor';
import { own } from './fineGrained';
import { newToken } from './newToken';

const { read: ours, write: theirs, otherUser: legacy } = makeTestTokens();
const signal = new AbortController().signal;
const CLI_PATH = '/home/ada/.cache/huggingface/token';
const origins = ['https://huggingface.co'];

function open(options: Partial<TokensOptions> = {}, file?: string) {
	const files = {
		home: '/home/ada',
		read: async (path: string) => (path === CLI_PATH ? file : undefined),
	};
	return new FakeEditor().openWindow({ files, ...options }).tokens;
}

describe('the token in use', () => {
	it('is none where there is none', async () => {
		const tokens = open();
		assert.equal(await tokens.credential('inference', signal), undefined);
		assert.deepEqual(await tokens.resolve(), { origin: undefined, reason: undefined, passedOver: [] });
	});

	it('is the vault’s before the environment’s before the CLI’s', async () => {
		const environment = { HF_TOKEN: ` "${theirs}"\n`, HUGGING_FACE_HUB_TOKEN: legacy };
		const tokens = open({ environment }, `${legacy}\n`);
		assert.deepEqual(await tokens.credential('hub.read', signal), {
			value: theirs,
			name: 'HF_TOKEN',
			key: `environment/HF_TOKEN#${fingerprint(theirs)}`,
			origins,
		});
		const { id } = await tokens.add(newToken(), ours);
		assert.deepEqual(await tokens.credential('hub.read', signal), {
			value: ours,
			name: 'vscode',
			key: `vault/${id}`,
			origins,
		});
		assert.deepEqual(await tokens.resolve(), {
			origin: { kind: 'vault', id, name: 'vscode', user: 'ada' },
			reason: 'default',
			passedOver: [
				{ kind: 'environment', variable: 'HF_TOKEN', fingerprint: fingerprint(theirs) },
				{ kind: 'environment', variable: 'HUGGING_FACE_HUB_TOKEN', fingerprint: fingerprint(legacy) },
				{ kind: 'cli', path: CLI_PATH, fingerprint: fingerprint(legacy) },
			],
		});
	});

	it('is this workspace’s own, until it goes back to the default', async () => {
		const tokens = open();
		await tokens.add(newToken(), ours);
		const { id } = await tokens.add(newToken(), theirs);
		await tokens.setWorkspaceChoice({ kind: 'vault', id });
		assert.equal((await tokens.credential('hub.read', signal))?.value, theirs);
		assert.equal((await tokens.resolve()).reason, 'workspace');
		await tokens.setWorkspaceChoice(undefined);
		assert.equal((await tokens.credential('hub.read', signal))?.value, ours);
	});

	it('is what the CLI’s file says at the moment', async () => {
		let file = theirs;
		const tokens = open({ files: { home: '/home/ada', read: async () => file } });
		const value = async () => (await tokens.credential('hub.read', signal))?.value;
		assert.equal(await value(), theirs);
		file = legacy;
		assert.equal(await value(), legacy);
	});

	it('is none of those that nobody chose, where the user forbids it', async () => {
		for (const forbid of ['1', 'ON', 'yes', 'True']) {
			const tokens = open({ environment: { HF_TOKEN: theirs, HF_HUB_DISABLE_IMPLICIT_TOKEN: forbid } });
			assert.equal(await tokens.credential('hub.read', signal), undefined);
		}
		const tokens = open({ environment: { HF_TOKEN: theirs, HF_HUB_DISABLE_IMPLICIT_TOKEN: '0' } });
		assert.ok(await tokens.credential('hub.read', signal));
	});

	it('is refused, by name and without its value, where it is no access token', async () => {
		const other = `sk-${'x'.repeat(40)}`;
		for (const [tokens, name] of [
			[open({ environment: { HF_TOKEN: other } }), 'HF_TOKEN'],
			[open({}, other), CLI_PATH],
		] as const) {
			const problem = await problemOf(tokens.credential('hub.read', signal));
			assert.ok(problem.code === 'token.format' && problem.detail.includes(name));
			assert.ok(!problem.detail.includes(other));
		}
	});

	it('is refused before anything is sent, where it lacks the permission', async () => {
		const tokens = open();
		const facts = newToken({ role: 'fineGrained', fineGrained: own('repo.content.read') });
		const { id } = await tokens.add(facts, ours);
		assert.deepEqual(await problemOf(tokens.credential('inference', signal)), {
			code: 'token.permission',
			permission: 'inference',
			detail: '“vscode” was created without it.',
			tokenId: id,
		});
		assert.deepEqual(await problemOf(tokens.credential('inference', signal, 'tulip')), {
			code: 'billing.organization',
			organization: 'tulip',
			user: 'ada',
			tokenId: id,
		});
		assert.ok(await tokens.credential('hub.read', signal));
	});

	it('is said to miss what is private of an organization that it is not for', async () => {
		const tokens = open();
		const organisations = [{ name: 'acme', canPay: true }];
		const fineGrained = own('repo.content.read');
		await tokens.add(newToken({ role: 'fineGrained', fineGrained, organisations }), ours);
		const missing = async (on?: string) => (await tokens.credential('hub.read', signal, on))?.missesPrivate;
		assert.equal(await missing('acme/secret'), true);
		assert.equal(await missing('ada/notes'), undefined);
		assert.equal(await missing(), undefined);
	});

	it('is let through where nobody knows what it may do', async () => {
		const tokens = open();
		await tokens.add(newToken({ role: 'oauth' }), ours);
		for (const permission of ['hub.read', 'hub.write', 'inference', 'jobs'] satisfies Permission[]) {
			assert.ok(await tokens.credential(permission, signal));
		}
	});

	it('is not handed to an operation that was stopped', async () => {
		const tokens = open({ environment: { HF_TOKEN: theirs } });
		assert.deepEqual(await problemOf(tokens.credential('hub.read', AbortSignal.abort())), {
			code: 'cancelled',
		});
	});
});
