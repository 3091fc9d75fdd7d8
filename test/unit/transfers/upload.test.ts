import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, symlink, utimes } from 'node:fs/promises';
import path from 'node:path';
import { collectFiles } from '../../../src/hub/transfers/upload/collectFiles';
import { isSecretName } from '../../../src/hub/transfers/upload/isSecretName';
import { planUpload } from '../../../src/hub/transfers/upload/planUpload';
import { SecretScan } from '../../../src/hub/transfers/upload/secretScan';
import { runUpload } from '../../../src/hub/transfers/upload/runUpload';
import type { RepoRef } from '../../../src/shared/repoType';
import { withResolvers } from '../withResolvers';
import { forever } from './transferPlace';
import { uploadDesk } from './uploadDesk';
import { weights as large } from './weights';

const nothing = () => undefined;
describe('An upload', function () {
	this.timeout(30_000);
	const { place, repo, write, plan, order, run, onHub, codeOf } = uploadDesk();

	it('is compared with the branch, and never has what is ignored, a history or an environment', async () => {
		await write('.gitignore', '*.log\nbuild/\n!keep.log\n');
		await write('sub/.hfignore', 'local.txt\n');
		await write('a.log', 'x');
		await write('keep.log', 'x');
		await write('build/out.bin', 'x');
		await write('sub/local.txt', 'x');
		await write('sub/b.txt', 'x');
		await write('.git/config', 'x');
		await write('.env', 'SECRET=1');
		await write('sub/.env.local', 'SECRET=1');
		await write('.env.example', 'SECRET=');
		await symlink('/etc/hostname', path.join(place.folder, 'mine/link'));
		const found = await collectFiles(path.join(place.folder, 'mine'), forever);
		assert.deepEqual(found.files, ['.env.example', '.gitignore', 'keep.log', 'sub/.hfignore', 'sub/b.txt']);
		assert.deepEqual(found.ignored, ['a.log', 'build/', 'sub/local.txt']);
		assert.deepEqual(found.withheld, ['.env', '.git/', 'link', 'sub/.env.local']);
	});

	it('can only be proposed to a repo that is somebody else’s', async () => {
		const theirs: RepoRef = { type: 'model', id: 'deepseek-ai/DeepSeek-R1' };
		const before = [...place.hub.files('model', theirs.id).keys()];
		await write('README.md', '# A better card\n');
		await write('w.bin', large(200_000));
		const compare = () =>
			planUpload(
				place.deps,
				{ repo: theirs, folder: path.join(place.folder, 'mine'), branch: 'main' },
				forever,
				nothing,
			);
		assert.equal((await plan()).onlyProposed, false);
		const made = await compare();
		assert.equal(made.onlyProposed, true);
		assert.equal(await codeOf(run(order(made))), 'token.permission');
		const { pullRequestUrl = '' } = await run(order(made, { asPullRequest: true }));
		assert.match(pullRequestUrl, /DeepSeek-R1\/discussions\/\d+$/);
		assert.deepEqual([...place.hub.files('model', theirs.id).keys()], before);
		const [number = ''] = /\d+$/.exec(pullRequestUrl) ?? [];
		assert.ok(place.hub.files('model', theirs.id, `refs/pr/${number}`).has('w.bin'));
		place.token = 'read';
		assert.equal(await codeOf(compare()), 'token.permission');
	});

	it('is one commit of what was added and changed, small and large, whole and in parts', async () => {
		await write('README.md', '# Changed\n');
		await write('notes/new.txt', 'new\n');
		await write('weights.safetensors', Buffer.alloc(300_000, 1));
		await write('big.bin', Buffer.alloc(2_500_000, 0));
		await write('empty.txt', '');
		const made = await plan();
		assert.deepEqual(
			made.files.map(({ path: file, change, mode }) => [file, change, mode]),
			[
				['README.md', 'changed', 'regular'],
				['big.bin', 'added', 'lfs'],
				['empty.txt', 'added', 'regular'],
				['notes/new.txt', 'added', 'regular'],
				['weights.safetensors', 'added', 'lfs'],
			],
		);
		assert.ok(made.missing.includes('config.json'));
		const sent: number[] = [];
		const result = await runUpload(place.deps, order(made), forever, bytes => sent.push(bytes));
		assert.match(result.url, /\/acme\/support-chat\/commit\/[0-9a-f]{40}$/);
		assert.equal(
			sent.at(-1),
			made.files.reduce((sum, file) => sum + file.size, 0),
		);
		const after = onHub();
		assert.equal(after.get('README.md')?.toString(), '# Changed\n');
		assert.equal(after.get('empty.txt')?.length, 0);
		assert.ok(after.get('big.bin')?.equals(Buffer.alloc(2_500_000, 0)));
		assert.ok(after.get('weights.safetensors')?.equals(Buffer.alloc(300_000, 1)));
		assert.ok(after.has('config.json'), 'what is not in the folder stays');
		const toStorage = place.hub.traffic.requests.filter(({ host }) => host === 'storage');
		assert.ok(toStorage.length > 0 && toStorage.every(({ token }) => token === undefined));
		const again = await plan();
		assert.deepEqual([again.files, again.unchanged], [[], 5]);
	});

	it('deletes only what it is told to, and can be a pull request', async () => {
		await write('README.md', '# Proposed\n');
		const made = await plan();
		const result = await run(order(made, { deleted: ['config.json'], asPullRequest: true }));
		assert.match(result.pullRequestUrl ?? '', /discussions\/2$/);
		assert.notEqual(onHub().get('README.md')?.toString(), '# Proposed\n');
		const proposed = onHub('refs/pr/2');
		assert.equal(proposed.get('README.md')?.toString(), '# Proposed\n');
		assert.ok(!proposed.has('config.json') && proposed.has('model.safetensors'));
	});

	it('says that another commit came first, and sends nothing twice on top of it', async () => {
		await write('w.bin', Buffer.alloc(200_000));
		const made = await plan();
		place.hub.commit('model', repo.id, [{ path: 'theirs.txt', content: 'theirs' }]);
		assert.equal(await codeOf(run(order(made))), 'commit.conflict');
		assert.ok(!onHub().has('w.bin'));
		place.hub.traffic.clear();
		await run(order(await plan()));
		assert.deepEqual([...onHub().keys()].sort(), ['theirs.txt', 'w.bin']);
		assert.equal(place.hub.traffic.requests.filter(({ method }) => method === 'PUT').length, 0);
	});

	const steps: ReadonlyArray<readonly [string, RegExp]> = [
		['preupload', /\/preupload\//],
		['batch', /objects\/batch/],
		['part', /\/lfs-part\//],
		['completion', /\/lfs-complete\//],
		['put', /\/lfs-put\//],
		['verification', /\/verify$/],
		['commit', /\/commit\//],
	];
	for (const [step, request] of steps) {
		it(`leaves the repo as it was when the line breaks at its ${step}, and goes through afterwards`, async () => {
			const before = onHub();
			await write('big.bin', Buffer.alloc(2_500_000, 0));
			await write('small.bin', Buffer.alloc(2_000, 0));
			place.hub.faults.always({ path: request }, { kind: 'reset' });
			const failed = await codeOf(plan().then(made => run(order(made))));
			assert.match(failed, /^network\./);
			assert.deepEqual(onHub(), before);
			place.hub.faults.clear();
			await run(order(await plan()));
			assert.equal(onHub().size, before.size + 2);
		});
	}

	it('goes on with the part at which it stopped, by itself and at the next attempt, also in another window', async () => {
		await write('big.bin', large(4_500_000));
		const parts = () => [
			...new Set(
				place.hub.traffic.requests
					.filter(({ path: asked }) => asked.startsWith('/lfs-part/'))
					.map(({ path: asked }) => Number(/\/(\d+)\?/.exec(asked)?.[1])),
			),
		];
		place.hub.faults.next({ path: /\/lfs-part\/.*\/2\?/ }, { kind: 'reset' });
		place.hub.faults.next({ path: /\/lfs-part\/.*\/3\?/ }, { kind: 'status', name: 'internal' });
		place.hub.faults.always({ path: /\/lfs-part\/.*\/4\?/ }, { kind: 'reset' });
		const made = order(await plan());
		assert.match(await codeOf(run(made)), /^network\./);
		assert.deepEqual(parts(), [1, 2, 3, 4]);
		place.hub.faults.clear();
		place.hub.traffic.clear();
		place.reload();
		await run(order(await plan()));
		assert.deepEqual(parts(), [4, 5]);
		assert.deepEqual(await readdir(path.join(place.folder, 'parts')), []);
		assert.ok(onHub().get('big.bin')?.equals(large(4_500_000)));
	});

	it('sends a file once that is there under another name, also where that comes while its parts are being sent', async () => {
		const content = large(3_500_000);
		await write('a.bin', content);
		await write('b.bin', large(2_500_000));
		await write('c.bin', content);
		await write('d.bin', content);
		const asked = (way: RegExp) => place.hub.traffic.requests.flatMap(one => way.exec(one.path)?.[1] ?? []);
		// The others are through before these parts: with no more than two of the copies, it would not be so many bytes.
		const through = withResolvers<void>();
		const oid = createHash('sha256').update(content).digest('hex');
		for (const part of [2, 3]) {
			const request = { path: new RegExp(`/lfs-part/${oid}/${part}\\?`) };
			place.hub.faults.next(request, { kind: 'slowHeaders', milliseconds: 60_000, until: through.promise });
		}
		await runUpload(place.deps, order(await plan()), forever, bytes => {
			if (bytes > 2_500_000 + 2 * content.length) {
				through.resolve();
			}
		});
		assert.deepEqual(asked(/\/lfs-part\/.*\/(\d)\?/).sort(), ['1', '1', '2', '2', '3', '3', '4']);
		assert.equal(asked(/\/lfs-complete(\/)/).length, 2);
		assert.deepEqual(await readdir(path.join(place.folder, 'parts')), []);
		for (const name of ['a.bin', 'c.bin', 'd.bin']) {
			assert.ok(onHub().get(name)?.equals(content), name);
		}
	});

	it('asks for new addresses where the storage takes the old ones no more', async () => {
		await write('big.bin', large(2_500_000));
		place.hub.faults.next({ path: /\/lfs-part\/.*\/2\?/ }, { kind: 'status', name: 'notFound' });
		const made = order(await plan());
		assert.equal(await codeOf(run(made)), 'server');
		place.hub.traffic.clear();
		await run(made);
		assert.equal(place.hub.traffic.requests.filter(one => one.path.startsWith('/lfs-part/')).length, 3);
		await write('big.bin', large(2_500_001));
		const other = order(await plan());
		place.hub.faults.always({ path: /\/lfs-part\/.*\/3\?/ }, { kind: 'reset' });
		await codeOf(run(other));
		place.hub.faults.clear();
		// What it had taken by then is there no more.
		place.hub.faults.next({ path: /\/lfs-complete\// }, { kind: 'status', name: 'notFound' });
		await run(other);
		assert.equal(onHub().get('big.bin')?.length, 2_500_001);
	});

	it('takes only the files that are named, also what git leaves out, but never an environment', async () => {
		await write('.gitignore', '*.bin\n');
		await write('out/w.bin', Buffer.alloc(2_000));
		await write('out/x.bin', Buffer.alloc(2_000));
		await write('a.txt', 'a');
		await write('b.txt', 'b');
		await write('.env', 'SECRET=1');
		await write('.git/config', 'x');
		const folder = path.join(place.folder, 'mine');
		const made = await planUpload(
			place.deps,
			{ repo, folder, branch: 'main', only: ['a.txt', 'out/w.bin', '.env', '.git/config'] },
			forever,
			nothing,
		);
		assert.deepEqual(
			[made.files.map(file => file.path), made.withheld, made.missing],
			[['a.txt', 'out/w.bin'], ['.env', '.git/'], []],
		);
		const inside = await collectFiles(path.join(folder, '.git'), forever, { only: ['config'] });
		assert.deepEqual([inside.files, inside.withheld], [[], ['./']]);
	});

	it('is as it was meant where only the Hub’s answer to the commit is lost', async () => {
		await write('a.txt', 'a');
		place.hub.faults.next({ path: /\/commit\// }, { kind: 'cutBody' });
		assert.match(await codeOf(run(order(await plan()))), /^network\.|protocol/);
		assert.equal(onHub().get('a.txt')?.toString(), 'a');
		const again = await plan();
		assert.deepEqual([again.files, again.unchanged], [[], 1]);
	});

	it('is refused without the right to write, and when a file changes meanwhile', async () => {
		await write('a.bin', Buffer.alloc(2_000, 0));
		const made = await plan();
		await utimes(path.join(place.folder, 'mine/a.bin'), 1, 1);
		assert.equal(await codeOf(run(order(made))), 'file.changed');
		place.token = undefined;
		assert.equal(await codeOf(plan()), 'repo.notFound');
		place.token = 'read';
		assert.equal(await codeOf(plan()), 'token.permission');
	});

	const secrets: ReadonlyArray<readonly [string, string, boolean]> = [
		['train.py', `token = "hf_${'x'.repeat(34)}"`, true],
		['key.txt', '-----BEGIN OPENSSH PRIVATE KEY-----', true],
		['id_ed25519', '', true],
		['server.pem', '', true],
		['a.py', `aws = "AKIA${'A'.repeat(16)}"`, true],
		['README.md', 'Set HF_TOKEN to your token, such as hf_xxx.', false],
		['keyboard.txt', 'no secret', false],
	];
	for (const [file, content, is] of secrets) {
		it(`${is ? 'suspects' : 'does not suspect'} ${file} of a secret`, () => {
			const scan = new SecretScan();
			scan.take(Buffer.from(content));
			assert.equal(isSecretName(file) || scan.found !== undefined, is);
		});
	}

	it('suspects a secret however deep in a text it is, also where two pieces meet, and only at the beginning of weights', () => {
		const secret = Buffer.from(`token = hf_${'y'.repeat(34)}\n`);
		const scanned = (...pieces: readonly Buffer[]) => {
			const scan = new SecretScan();
			pieces.forEach(piece => scan.take(piece));
			return scan.found;
		};
		const text = Buffer.alloc(3_000_000, 'a line of text\n');
		assert.equal(scanned(text, secret), 'a Hugging Face token');
		for (let at = 0; at < secret.length; at++) {
			assert.ok(scanned(Buffer.concat([text, secret.subarray(0, at)]), secret.subarray(at)), String(at));
		}
		const weights = Buffer.alloc(1_500_000);
		assert.equal(scanned(weights, secret), undefined);
		assert.ok(scanned(Buffer.concat([weights.subarray(0, 900_000), secret])));
	});
});
