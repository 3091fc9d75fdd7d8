import assert from 'node:assert/strict';
import { fingerprint } from '../../../src/tokens/fingerprint';
import { originKey } from '../../../src/tokens/originKey';
import type { TokensOptions } from '../../../src/tokens/tokensOptions';
import { makeTestTokens } from '../../hub/testTokens';
import { FakeEditor } from './fakeEditor';
import { newToken } from './newToken';

const { read: ours, write: theirs } = makeTestTokens();
const signal = new AbortController().signal;
const MIRROR = 'https://mirror.test';
const ROUTER = 'https://router.mirror.test';
const ENV = originKey({ kind: 'environment', variable: 'HF_TOKEN', fingerprint: fingerprint(theirs) });

describe('where a token may be sent', () => {
	let editor: FakeEditor;
	beforeEach(() => {
		editor = new FakeEditor();
	});

	function open(options: Partial<TokensOptions> = {}) {
		return editor.openWindow({
			environment: { HF_TOKEN: theirs },
			hubOrigins: () => [MIRROR, ROUTER],
			...options,
		});
	}
	const originsOf = async ({ tokens }: ReturnType<typeof open>) =>
		(await tokens.credential('inference', signal))?.origins;

	it('is Hugging Face’s own origins, without asking', async () => {
		const own = ['https://huggingface.co', 'https://router.huggingface.co'];
		assert.deepEqual(await originsOf(open({ hubOrigins: () => own })), own);
	});

	it('is nowhere near a host that only looks like Hugging Face’s', async () => {
		const hubOrigins = () => [
			'http://huggingface.co',
			'https://huggingface.co:444',
			'https://huggingface.co.evil.test',
			'https://ada-demo.hf.space',
			'https://evil.huggingface.co',
		];
		assert.deepEqual(await originsOf(open({ hubOrigins })), []);
	});

	it('is no other host, until the user allows it for this token', async () => {
		const window = open();
		assert.deepEqual(await originsOf(window), []);
		assert.deepEqual(window.tokens.hostsOf(ENV), [
			{ origin: MIRROR, standing: 'unasked' },
			{ origin: ROUTER, standing: 'unasked' },
		]);
		await window.tokens.answerHosts(ENV, [MIRROR], 'allowed');
		assert.deepEqual(await originsOf(window), [MIRROR]);
		const { id } = await window.tokens.add(newToken(), ours);
		assert.deepEqual(await originsOf(window), []);
		await window.tokens.answerHosts(`vault/${id}`, [MIRROR, ROUTER], 'allowed');
		assert.deepEqual(await originsOf(window), [MIRROR, ROUTER]);
	});

	it('is asked about anew where another token has come to the place of one from outside', async () => {
		const environment: Record<string, string> = { HF_TOKEN: theirs };
		const window = open({ environment });
		await window.tokens.answerHosts(ENV, [MIRROR], 'allowed');
		environment.HF_TOKEN = ours;
		assert.deepEqual(await originsOf(window), []);
		environment.HF_TOKEN = `"${theirs}"`;
		assert.deepEqual(await originsOf(window), [MIRROR]);
	});

	it('is asked about anew after a switch of the command line, and for a section with a new value', async () => {
		const files: Record<string, string> = { token: theirs, stored_tokens: '' };
		const read = async (path: string) => files[path.split('/').at(-1) ?? ''];
		const window = open({ environment: {}, files: { home: '/home/ada', read } });
		const allow = async () => {
			const { origin } = await window.tokens.resolve();
			assert.ok(origin);
			await window.tokens.answerHosts(originKey(origin), [MIRROR], 'allowed');
		};
		await allow();
		assert.deepEqual(await originsOf(window), [MIRROR]);
		files.token = ours;
		assert.deepEqual(await originsOf(window), []);
		const section = (value: string) => `[work]\nhf_token = ${value}\n`;
		files.stored_tokens = section(theirs);
		await window.tokens.setWorkspaceChoice({ kind: 'stored', name: 'work' });
		await allow();
		assert.deepEqual(await originsOf(window), [MIRROR]);
		files.stored_tokens = section(ours);
		assert.deepEqual(await originsOf(window), []);
	});

	it('is kept under nothing that would tell the token', async () => {
		const { tokens, globalState } = open();
		await tokens.answerHosts(ENV, [MIRROR], 'allowed');
		const kept = JSON.stringify(globalState.get('hfWorkbench.tokens'));
		assert.ok(kept.includes(ENV));
		assert.equal(kept.includes(theirs.slice(0, 8)), false);
	});

	it('is the hosts that a setting allows for every token', async () => {
		assert.deepEqual(await originsOf(open({ allowedOrigins: () => [ROUTER] })), [ROUTER]);
	});

	it('is not where the user said never, whatever a setting says; reading goes on without a token there', async () => {
		const { tokens } = open({ allowedOrigins: () => [MIRROR, ROUTER] });
		await tokens.answerHosts(ENV, [MIRROR], 'denied');
		assert.equal(await tokens.credential('hub.read', signal), undefined);
		assert.deepEqual((await tokens.credential('inference', signal))?.origins, [ROUTER]);
	});

	it('is asked about anew once an answer was taken back, also in another window', async () => {
		const [here, there] = [open(), open()];
		await here.tokens.answerHosts(ENV, [MIRROR], 'allowed');
		there.globalState.sync();
		assert.deepEqual(await originsOf(there), [MIRROR]);
		await there.tokens.answerHosts(ENV, [MIRROR], 'forgotten');
		here.globalState.sync();
		assert.deepEqual(await originsOf(here), []);
	});

	it('is not allowed again by a change of the token that came later', async () => {
		const here = open();
		const { id } = await here.tokens.add(newToken(), ours);
		const key = `vault/${id}`;
		await here.tokens.answerHosts(key, [MIRROR], 'allowed');
		const there = open();
		there.globalState.sync();
		await here.tokens.answerHosts(key, [MIRROR], 'forgotten');
		await there.tokens.rename(id, 'renamed');
		here.globalState.sync();
		assert.equal(here.tokens.records[0]?.name, 'renamed');
		assert.deepEqual(await originsOf(here), []);
	});

	it('is forgotten with the token', async () => {
		const { tokens } = open();
		const { id } = await tokens.add(newToken(), ours);
		await tokens.answerHosts(`vault/${id}`, [MIRROR, 'https://old.test'], 'allowed');
		assert.deepEqual(
			tokens.hostsOf(`vault/${id}`).map(({ origin, standing }) => [origin, standing]),
			[
				[MIRROR, 'allowed'],
				[ROUTER, 'unasked'],
				['https://old.test', 'allowed'],
			],
		);
		await tokens.remove(id);
		assert.deepEqual(
			tokens.hostsOf(`vault/${id}`).map(({ standing }) => standing),
			['unasked', 'unasked'],
		);
	});

	it('is, for a value that is only being checked, what the user has just said', () => {
		const { tokens } = open();
		assert.deepEqual(tokens.offered(ours, '', []), { value: ours, name: '', origins: [] });
		assert.deepEqual(tokens.offered(ours, '', [MIRROR, 'https://elsewhere.test']).origins, [MIRROR]);
	});

	it('follows the settings at once', async () => {
		let hub = 'https://huggingface.co';
		const window = open({ hubOrigins: () => [hub] });
		assert.deepEqual(await originsOf(window), [hub]);
		hub = MIRROR;
		assert.deepEqual(await originsOf(window), []);
	});
});
