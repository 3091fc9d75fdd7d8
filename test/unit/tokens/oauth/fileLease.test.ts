import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileLease } from '../../../../src/tokens/oauth/fileLease';
import { formatSession, readSession } from '../../../../src/tokens/oauth/oauthSession';
import { makeRunFolder, type RunFolder } from '../../../host/makeRunFolder';
import { shareSecrets } from '../../../host/shareSecrets';
import { overSession } from '../../../hub/oauth/overSession';
import { runningHub } from '../../hub-server/runningHub';

const TOKEN = /^\/oauth\/token$/;

describe('the lease of a renewal', () => {
	let folder: RunFolder;
	beforeEach(() => (folder = makeRunFolder('lease')));
	afterEach(() => folder.release());

	it('is one’s at a time, and another name’s is another one', async () => {
		const lease = fileLease(folder.path);
		const order: string[] = [];
		let go: () => void = () => undefined;
		const waits = new Promise<void>(resolve => (go = resolve));
		const holds = new Promise<void>(resolve => {
			void lease.hold('slot', async () => {
				resolve();
				await waits;
				order.push('first');
			});
		});
		await holds;
		const second = lease.hold('slot', async () => order.push('second'));
		await lease.hold('another', async () => order.push('another'));
		go();
		await second;
		assert.deepEqual(order, ['another', 'first', 'second']);
		assert.deepEqual(await readdir(folder.path), []);
	});

	it('goes when the work fails, and says why it failed', async () => {
		const lease = fileLease(folder.path);
		await assert.rejects(
			lease.hold('slot', () => Promise.reject(new Error('so'))),
			/so/,
		);
		assert.equal(await lease.hold('slot', async () => 'done'), 'done');
	});

	it('is none where the folder takes no file', async () => {
		const file = path.join(folder.path, 'file');
		await writeFile(file, '');
		assert.equal(await fileLease(file).hold('slot', async () => 'done'), 'done');
	});
});

describe('windows that renew one sign-in', function () {
	this.timeout(60_000);
	const running = runningHub();
	let folder: string;
	const windows: ChildProcess[] = [];

	/**
	 * With a sign-in whose access token is over, in the one keyring of all windows: a file here, which is no place for a token to be
	 * found in later.
	 */
	beforeEach(async () => {
		folder = await mkdtemp(path.join(os.tmpdir(), 'hf-workbench-renewing-'));
		await writeFile(path.join(folder, 'secret'), formatSession(overSession(running.hub)));
	});
	afterEach(async () => {
		windows.splice(0).forEach(window => window.kill('SIGKILL'));
		shareSecrets(running.hub.oauth.secrets);
		await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	});

	function open() {
		const window = spawn(
			process.execPath,
			['--import', 'tsx', path.join(__dirname, 'renewingWindow.ts'), folder],
			{ stdio: ['ignore', 'pipe', 'inherit'] },
		);
		windows.push(window);
		return { window, got: text(window.stdout) };
	}

	const digestInKeyring = () => {
		const session = readSession(readFileSync(path.join(folder, 'secret'), 'utf8'));
		return createHash('sha256')
			.update(session?.accessToken ?? '')
			.digest('hex');
	};

	it('ask the Hub once, and both use what it gave', async () => {
		running.hub.faults.always({ path: TOKEN }, { kind: 'slowHeaders', milliseconds: 300 });
		const [one, other] = await Promise.all([open().got, open().got]);
		assert.equal(one, other);
		assert.equal(one, digestInKeyring());
		assert.equal(running.hub.traffic.requests.filter(({ path: asked }) => TOKEN.test(asked)).length, 1);
	});

	it('go on at once where one of them is killed while it asks', async () => {
		running.hub.faults.next({ path: TOKEN }, { kind: 'hang' });
		const killed = open();
		await running.hub.traffic.until(({ requests }) => requests.some(({ path: asked }) => TOKEN.test(asked)));
		const [lease = ''] = await readdir(path.join(folder, 'leases'));
		const held = await readFile(path.join(folder, 'leases', lease), 'utf8');
		assert.match(held, new RegExp(`\\b${killed.window.pid}\\b`));
		killed.window.kill('SIGKILL');
		await once(killed.window, 'exit');
		const next = open();
		// What a lease would have to grow old for, this would not wait for.
		assert.equal(await next.got, digestInKeyring());
	}).timeout(15_000);
});
