import assert from 'node:assert/strict';
import { rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from './driver/eventually';
import { expectStored } from './driver/expectStored';
import { useUploads } from './driver/useUploads';

/** Nothing that the Hub would take for a text. */
const weights = (length: number) => Buffer.alloc(length, '\0weights');

describe('uploads, as a person makes them', () => {
	const { session, write, ask, begin } = useUploads(
		{ viewport: { width: 1280, height: 1000 }, hub: { partBytes: 1_000_000 } },
		{
			'my-model/README.md': '# My model\n',
			'my-model/weights.bin': weights(2_500_000),
			'my-model/train.py': `TOKEN = "hf_${'Q'.repeat(34)}"\n`,
			'my-model/.gitignore': '*.log\n',
			'my-model/run.log': 'ignored',
			'my-model/.env': 'SECRET=1',
			'my-model/.git/config': '[core]',
		},
	);
	const onHub = (id: string, revision?: string) =>
		[...session().hub.files('model', id, revision).keys()].sort();

	afterEach('leave no question open', async () => {
		const { hub, workbench } = session();
		hub.faults.clear();
		await workbench.quickInput.leave();
	});

	it('show what would change before anything is sent, and go to a repo that is made for them, without secrets', async () => {
		const { workbench } = session();
		const { quickInput, sourceControl, notifications } = workbench;
		await ask('my-model');
		await quickInput.pick('New Repo…');
		await quickInput.pick('Model');
		await quickInput.expect('Owner');
		await quickInput.pick('ada');
		await quickInput.expect('Create Repo of ada');
		await quickInput.submit('my-model');
		await quickInput.pick('Private');
		await quickInput.expect('License');
		await quickInput.pick('No License');
		await notifications.expect('Created ada/my-model.');
		await sourceControl.expect('weights.bin');
		await notifications.clear();
		await eventually(
			() => sourceControl.rows(),
			rows => {
				const below = (group: string) => rows.slice(rows.findIndex(row => row.startsWith(group)) + 1);
				assert.match(below('Suspected Secrets')[0] ?? '', /train\.py/);
				assert.match(below('Added').slice(0, 2).join(' '), /^\.gitignore.* weights\.bin/);
				assert.match(below('Changed')[0] ?? '', /README\.md/);
				assert.match(below('Ignored')[0] ?? '', /run\.log/);
				assert.match(below('Never Uploaded').join(' '), /\.env.*\.git/);
			},
		);
		await workbench.screenshot('upload preview');
		await sourceControl.write('First weights\n\nTrained at home.');
		await sourceControl.press('Upload');
		await notifications.expect('Uploaded to ada/my-model.');
		await workbench.screenshot('uploaded');
		await notifications.clear();
		assert.deepEqual(onHub('ada/my-model'), ['.gitattributes', '.gitignore', 'README.md', 'weights.bin']);
	});

	it('let a suspect go once it has been looked at, and are still there after a reload, title and all', async () => {
		const { workbench } = session();
		const { quickInput, palette, sourceControl } = workbench;
		await write('my-model/README.md', '# My model, better\n');
		await palette.run('Hugging Face: Upload to the Hub…');
		await quickInput.pick('Another Folder…');
		await quickInput.expect('What to Upload');
		await quickInput.choosePath(`${path.join(session().workspace, 'my-model')}/`);
		await quickInput.pick('as the last time');
		await sourceControl.expect('README.md');
		await sourceControl.pressInline('train.py', 'I Have Looked at It');
		await sourceControl.waitGone('Suspected Secrets');
		await sourceControl.click('README.md');
		await workbench.page.locator('.part.editor .tab').filter({ hasText: 'Hub ↔ This Machine' }).waitFor();
		await sourceControl.write('Better');
		await workbench.screenshot('upload looked at');
		// No event tells an extension of a message that is written; ours looks for it now and then.
		await expectStored(workbench.page, '"message":"Better"');
		await workbench.reload();
		await sourceControl.expect('train.py');
		await sourceControl.expect('README.md');
		await sourceControl.waitGone('Suspected');
		await eventually(
			() => sourceControl.message(),
			message => assert.equal(message, 'Better'),
		);
		await workbench.screenshot('upload after reload');
	});

	it('say that somebody else’s commit came first, and are made on top of it, here as a pull request', async () => {
		const { workbench, hub } = session();
		const { sourceControl, notifications } = workbench;
		hub.commit('model', 'ada/my-model', [{ path: 'theirs.txt', content: 'theirs' }]);
		await sourceControl.press('Upload as Pull Request');
		await notifications.expect('ada/my-model has a newer commit.');
		await workbench.screenshot('upload conflict');
		await notifications.press('ada/my-model has a newer commit.', 'Compare Again');
		await sourceControl.expect('theirs.txt');
		await sourceControl.pressInline('theirs.txt', 'Delete from the Repo');
		await sourceControl.expect('Deleted');
		await sourceControl.waitGone('Only on the Hub');
		await sourceControl.pressInline('theirs.txt', 'Delete from the Repo');
		await sourceControl.expect('Only on the Hub');
		await sourceControl.waitGone('Deleted');
		await sourceControl.press('Upload as Pull Request');
		await notifications.expect('Opened a pull request on ada/my-model.');
		await notifications.clear();
		assert.deepEqual(onHub('ada/my-model'), ['theirs.txt']);
		assert.ok(onHub('ada/my-model', 'refs/pr/2').includes('train.py'));
	});

	it('show what is larger than the Hub takes, and leave it out', async () => {
		const { workbench, workspace } = session();
		const { sourceControl } = workbench;
		await write('large/a.txt', 'a');
		const file = path.join(workspace, 'large/huge.bin');
		try {
			// A file of zeros that no disk has to hold.
			await writeFile(file, '');
			await truncate(file, 500e9 + 1);
			await begin('large', 'acme/support-chat');
			await sourceControl.expect('huge.bin');
			await eventually(
				() => sourceControl.rows(),
				rows => assert.match(rows[rows.findIndex(row => row.startsWith('Too Large')) + 1] ?? '', /huge\.bin/),
			);
			await workbench.screenshot('upload too large');
			await sourceControl.press('Give Up Upload');
			await sourceControl.waitGone('huge.bin');
		} finally {
			await rm(path.dirname(file), { recursive: true, force: true });
		}
	});

	/** Uploads a file whose last part the Hub does not take, until all others are there. */
	async function stopAtLastPart(file: string, content: Uint8Array): Promise<void> {
		const { workbench, hub } = session();
		const { sourceControl, notifications } = workbench;
		await write(file, content);
		hub.traffic.clear();
		hub.faults.always({ path: /\/lfs-part\/.*\/4\?/ }, { kind: 'hang' });
		await begin(file, 'ada/my-model');
		await sourceControl.expect(file);
		await sourceControl.press('Upload');
		await notifications.expect(/Uploading to ada\/my-model.*3 MB of 3 MB/s);
	}

	/** The numbers of the parts that the Hub was sent. */
	const sentParts = () =>
		session().hub.traffic.requests.flatMap(
			({ path: asked }) => /\/lfs-part\/.*\/(\d)\?/.exec(asked)?.[1] ?? [],
		);

	it('tell the bytes of a few files, and are cancelled with nothing changed; what is there is not sent again', async () => {
		const { workbench, hub } = session();
		const { sourceControl, notifications } = workbench;
		await stopAtLastPart('more.bin', weights(3_000_001));
		await workbench.screenshot('upload running');
		await notifications.press('Uploading to ada/my-model', 'Cancel');
		await notifications.waitGone('Uploading to ada/my-model');
		await hub.traffic.until(({ openRequests }) => openRequests === 0);
		assert.deepEqual(onHub('ada/my-model'), ['theirs.txt']);
		hub.faults.clear();
		await sourceControl.press('Upload');
		await notifications.expect('Uploaded to ada/my-model.');
		assert.deepEqual(onHub('ada/my-model'), ['more.bin', 'theirs.txt']);
		assert.deepEqual(sentParts(), ['1', '2', '3', '4', '4']);
		await notifications.clear();
	});

	it('go on with the part at which a window was that is reloaded in the middle of them', async () => {
		const { workbench, hub } = session();
		const { sourceControl, notifications } = workbench;
		await stopAtLastPart('others.bin', weights(3_000_002));
		await workbench.reload();
		await hub.traffic.until(({ openRequests }) => openRequests === 0);
		assert.deepEqual(onHub('ada/my-model'), ['more.bin', 'theirs.txt']);
		hub.faults.clear();
		await sourceControl.expect('others.bin');
		await sourceControl.press('Upload');
		await notifications.expect('Uploaded to ada/my-model.');
		assert.deepEqual(onHub('ada/my-model'), ['more.bin', 'others.bin', 'theirs.txt']);
		assert.deepEqual(sentParts(), ['1', '2', '3', '4', '4']);
	});

	it('are stopped when they are given up, with nothing changed', async () => {
		const { workbench, hub } = session();
		const { sourceControl, notifications } = workbench;
		await notifications.clear();
		const before = onHub('ada/my-model');
		await stopAtLastPart('unwanted.bin', weights(3_000_003));
		await sourceControl.press('Give Up Upload');
		await notifications.waitGone('Uploading to ada/my-model');
		await sourceControl.waitGone('unwanted.bin');
		await hub.traffic.until(({ openRequests }) => openRequests === 0);
		assert.deepEqual(onHub('ada/my-model'), before);
	});

	it('do not come back when they are given up while they are compared', async () => {
		const { workbench, hub } = session();
		const { sourceControl, notifications } = workbench;
		await begin('unwanted.bin', 'ada/my-model');
		await sourceControl.expect('unwanted.bin');
		hub.faults.always({ path: /\/preupload\// }, { kind: 'hang' });
		await sourceControl.press('Compare Again');
		await notifications.expect('Comparing with ada/my-model');
		await hub.traffic.until(({ openRequests }) => openRequests > 0);
		await sourceControl.press('Give Up Upload');
		await notifications.waitGone('Comparing with ada/my-model');
		await hub.traffic.until(({ openRequests }) => openRequests === 0);
		await sourceControl.waitGone('unwanted.bin');
	});

	it('stay within reach where they cannot be compared at the start, and are compared when that is asked for', async () => {
		const { workbench, hub } = session();
		const { quickInput, sourceControl, palette, dialog } = workbench;
		await write('later.md', 'Later.\n');
		await begin('later.md', 'acme/support-chat');
		await sourceControl.expect('later.md');
		await sourceControl.write('After all');
		await expectStored(workbench.page, '"message":"After all"');
		hub.faults.always({ path: /\/api\/models\/acme\/support-chat/ }, { kind: 'reset' });
		await workbench.reload();
		await sourceControl.expect('Not Compared');
		await workbench.screenshot('upload not compared');
		await expectStored(workbench.page, '"problem"');
		hub.faults.clear();
		hub.traffic.clear();
		await workbench.reload();
		await sourceControl.expect('Not Compared');
		assert.deepEqual(
			hub.traffic.requests.filter(one => one.path.includes('/api/models/acme/support-chat/')),
			[],
		);
		// Soon after a second reload, the keyring of the web build may need longer than a command waits for it.
		for (let tries = 0; tries < 3 && (await sourceControl.row('Not Compared').isVisible()); tries++) {
			await sourceControl.press('Compare Again');
			await sourceControl.waitGone('Not Compared');
			await sourceControl.row(/later\.md|Not Compared/).waitFor();
		}
		await sourceControl.expect('later.md');
		await sourceControl.waitGone('Not Compared');
		await eventually(
			() => sourceControl.message(),
			message => assert.equal(message, 'After all'),
		);
		await palette.run('Hugging Face: Upload to the Hub…');
		await dialog.expect('Give up the upload to acme/support-chat that is open?');
		await workbench.screenshot('upload begin another');
		await dialog.press('Cancel');
		await sourceControl.expect('later.md');
		await palette.run('Hugging Face: Upload to the Hub…');
		await dialog.expect('Give up the upload to acme/support-chat that is open?');
		await dialog.press('Begin Another');
		await quickInput.pick('Another Folder…');
		await quickInput.leave();
		await sourceControl.expect('later.md');
		await sourceControl.press('Give Up Upload');
		await sourceControl.waitGone('later.md');
	});

	it('are offered only as a pull request to a repo that one may not write to', async () => {
		const { workbench } = session();
		const { sourceControl, notifications } = workbench;
		const before = onHub('deepseek-ai/DeepSeek-R1');
		await write('proposed.md', 'A better text.\n');
		await begin('proposed.md', 'deepseek-ai/DeepSeek-R1');
		await sourceControl.expect('proposed.md');
		await notifications.expect('You cannot write to deepseek-ai/DeepSeek-R1');
		await eventually(
			() => sourceControl.actions(),
			actions => {
				assert.ok(
					actions.some(action => action.includes('Upload as Pull Request')),
					actions.join(),
				);
				assert.ok(!actions.some(action => /^Upload(?: \(|$)/.test(action)), actions.join());
			},
		);
		await workbench.screenshot('upload only proposed');
		await notifications.clear();
		await sourceControl.press('Upload as Pull Request');
		await notifications.expect('Opened a pull request on deepseek-ai/DeepSeek-R1.');
		assert.deepEqual(onHub('deepseek-ai/DeepSeek-R1'), before);
	});
});
