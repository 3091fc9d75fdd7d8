import assert from 'node:assert/strict';
import { fingerprint } from '../../../src/tokens/fingerprint';
import type { Resolution } from '../../../src/tokens/resolution';
import { UnreadableFile } from '../../../src/tokens/unreadableFile';
import { makeTestTokens } from '../../hub/testTokens';
import { problemOf } from '../net/problemOf';
import { FakeEditor } from './fakeEditor';
import { newToken } from './newToken';

const { read: ours, write: theirs, otherUser: work, oauth } = makeTestTokens();
const signal = new AbortController().signal;
const FOLDER = '/home/ada/.cache/huggingface';
const TOKEN = `${FOLDER}/token`;
const STORED = `${FOLDER}/stored_tokens`;

/** A window on a machine with these files; an `UnreadableFile` is one that cannot be read. */
function open(
	files: Record<string, string | UnreadableFile>,
	environment: Readonly<Record<string, string>> = {},
) {
	const editor = new FakeEditor();
	const read = async (path: string) => {
		const found = files[path];
		if (found instanceof UnreadableFile) {
			throw found;
		}
		return found;
	};
	return { editor, files, ...editor.openWindow({ environment, files: { home: '/home/ada', read } }) };
}

const ini = (sections: Record<string, string>) =>
	Object.entries(sections)
		.map(([name, value]) => `[${name}]\nhf_token = ${value}\n`)
		.join('\n');

const used = ({ origin, reason }: Resolution) => [origin, reason];

describe('the tokens of the command line', () => {
	it('are the one in use and those that it has stored, each once', async () => {
		const { tokens } = open({ [TOKEN]: `${theirs}\n`, [STORED]: ini({ laptop: theirs, work }) });
		assert.deepEqual(await tokens.resolve(), {
			origin: { kind: 'cli', name: 'laptop', path: TOKEN, fingerprint: fingerprint(theirs) },
			reason: 'cli',
			passedOver: [{ kind: 'stored', name: 'work', path: STORED, fingerprint: fingerprint(work) }],
		});
	});

	it('can be this workspace’s choice, which follows what the command line does', async () => {
		const { tokens, files } = open({ [TOKEN]: theirs, [STORED]: ini({ laptop: theirs, work }) });
		await tokens.add(newToken(), ours);
		await tokens.setWorkspaceChoice({ kind: 'stored', name: 'work' });
		assert.equal((await tokens.credential('hub.read', signal))?.value, work);
		files[STORED] = ini({ laptop: theirs, work: ours });
		assert.equal((await tokens.credential('hub.read', signal))?.value, ours);
		files[STORED] = ini({ laptop: theirs });
		const gone = await tokens.resolve();
		assert.deepEqual(gone.missing, { kind: 'stored', name: 'work' });
		assert.equal(gone.reason, 'default');
	});

	it('count as one of the environment does, by reference', async () => {
		const { tokens } = open({}, { HF_TOKEN: theirs });
		await tokens.add(newToken(), ours);
		await tokens.setWorkspaceChoice({ kind: 'environment', variable: 'HF_TOKEN' });
		assert.deepEqual(used(await tokens.resolve()), [
			{ kind: 'environment', variable: 'HF_TOKEN', fingerprint: fingerprint(theirs) },
			'workspace',
		]);
		assert.equal((await tokens.credential('hub.read', signal))?.value, theirs);
	});

	it('are never written into the editor’s storage', async () => {
		const { tokens, editor } = open({ [TOKEN]: theirs, [STORED]: ini({ work }) }, { HF_TOKEN: ours });
		await tokens.setWorkspaceChoice({ kind: 'stored', name: 'work' });
		await tokens.credential('hub.read', signal);
		assert.deepEqual([editor.stored, [...editor.secrets]], [{}, []]);
	});

	it('of a sign-in are read anew, and an expired one is left to the command line', async () => {
		const text = (expiresAt: number) =>
			`[oauth-bram]\nhf_token = ${oauth}\nrefresh_token = r\nexpires_at = ${expiresAt}\n`;
		const { tokens, files, editor } = open({ [TOKEN]: oauth, [STORED]: text(2_000) });
		assert.equal((await tokens.credential('hub.read', signal))?.value, oauth);
		editor.time = 2_000_001;
		assert.deepEqual(await problemOf(tokens.credential('hub.read', signal)), {
			code: 'token.expired',
			renewedBy: 'cli',
			tokenName: 'oauth-bram',
		});
		files[STORED] = text(4_000);
		assert.equal((await tokens.credential('hub.read', signal))?.value, oauth);
		assert.equal(editor.secrets.size, 0);
	});

	it('are done without where their files cannot be read, which is said', async () => {
		for (const reason of ['denied', 'tooLarge', 'notAFile', 'failed'] as const) {
			const { tokens } = open({
				[TOKEN]: new UnreadableFile(TOKEN, reason),
				[STORED]: ini({ work }),
			});
			const { origin, passedOver, unreadable } = await tokens.resolve();
			assert.equal(origin, undefined);
			assert.deepEqual(passedOver, [
				{ kind: 'stored', name: 'work', path: STORED, fingerprint: fingerprint(work) },
			]);
			assert.deepEqual(unreadable, [{ path: TOKEN, reason }]);
		}
	});

	it('are kept as far as a damaged file can be read, which is said too', async () => {
		const { tokens } = open({ [TOKEN]: theirs, [STORED]: `nonsense\n${ini({ work })}` });
		const { origin, passedOver, unreadable } = await tokens.resolve();
		assert.deepEqual(origin, { kind: 'cli', path: TOKEN, fingerprint: fingerprint(theirs) });
		assert.equal(passedOver.length, 1);
		assert.deepEqual(unreadable, [{ path: STORED, reason: 'damaged' }]);
	});
});

describe('what programs use by themselves', () => {
	const envFile = [{ path: '.env', variable: 'HF_TOKEN', value: work }] as const;

	it('is flagged where it is another token than the one in use', async () => {
		const { tokens } = open({ [TOKEN]: theirs }, {});
		await tokens.add(newToken(), ours);
		assert.deepEqual(await tokens.ambient(envFile, false), {
			terminals: { origin: { kind: 'cli', path: TOKEN }, differs: true },
			notebooks: { origin: { kind: 'envFile', path: '.env', variable: 'HF_TOKEN' }, differs: true },
		});
	});

	it('is not where it is the same, however it came there', async () => {
		const { tokens } = open({ [TOKEN]: theirs }, { HUGGING_FACE_HUB_TOKEN: ours });
		await tokens.add(newToken(), ours);
		const { terminals, notebooks } = await tokens.ambient([], false);
		assert.deepEqual(
			[terminals.differs, terminals.origin, notebooks.differs],
			[false, { kind: 'environment', variable: 'HUGGING_FACE_HUB_TOKEN' }, false],
		);
	});

	it('is the token in use for terminals that are given it', async () => {
		const { tokens } = open({}, { HF_TOKEN: theirs });
		await tokens.add(newToken(), ours);
		const { terminals, notebooks } = await tokens.ambient([], true);
		assert.deepEqual(terminals, { origin: { kind: 'given' }, differs: false });
		assert.equal(notebooks.differs, true);
	});

	it('is none where the user wants none to be used that nobody asked for', async () => {
		const { tokens } = open({ [TOKEN]: theirs }, { HF_TOKEN: theirs, HF_HUB_DISABLE_IMPLICIT_TOKEN: '1' });
		await tokens.add(newToken(), ours);
		assert.deepEqual(await tokens.ambient(envFile, false), { terminals: {}, notebooks: {} });
	});

	it('is not compared where the keyring does not answer', async () => {
		const { tokens, editor } = open({ [TOKEN]: theirs });
		await tokens.add(newToken(), ours);
		editor.secretFaults.push('throw');
		const { terminals } = await tokens.ambient([], false);
		assert.deepEqual(terminals, { origin: { kind: 'cli', path: TOKEN } });
	});
});
