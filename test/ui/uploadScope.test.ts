import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { cardOf } from './driver/cardOf';
import { eventually } from './driver/eventually';
import { expectStored } from './driver/expectStored';
import type { Pattern } from './driver/pattern';
import { useUploads } from './driver/useUploads';

describe('what an upload reaches, as a person chooses it', () => {
	const repo = 'acme/support-chat';
	const uploads = useUploads({ viewport: { width: 1280, height: 1000 } });
	const { session, write, ask } = uploads;
	const onHub = () => [...session().hub.files('model', repo).keys()].sort();
	/** The rows of a group of the preview, without its own. */
	const expectGroup = (group: string, rows: readonly RegExp[]) =>
		eventually(
			() => session().workbench.sourceControl.rows(),
			seen => {
				const at = seen.findIndex(row => row.startsWith(group));
				assert.ok(at >= 0, seen.join('\n'));
				rows.forEach((row, index) => assert.match(seen[at + 1 + index] ?? '', row));
			},
		);

	/** Asks for a folder of the workspace to be uploaded to the repo. */
	const begin = (folder: Pattern) => uploads.begin(folder, repo);

	const statusBarSays = (folder: string) =>
		session().workbench.statusBar.expect(`${folder} in ${repo} (main)`);

	beforeEach('have a repo', () => {
		session().hub.commit('model', repo, [
			{ path: 'config.json', content: '{}' },
			{ path: 'onnx/old.txt', content: 'old' },
			{ path: 'onnx/same.txt', content: 'same' },
		]);
	});

	afterEach('leave no question and no upload open', async () => {
		const { quickInput, sourceControl } = session().workbench;
		await quickInput.leave();
		if ((await sourceControl.actions()).some(action => action.startsWith('Give Up Upload'))) {
			await sourceControl.press('Give Up Upload');
			await sourceControl.waitGone(/./);
		}
	});

	it('goes to a folder of the repo, which can be changed before anything is sent, and stays over a reload', async () => {
		const { workbench } = session();
		const { quickInput, sourceControl, statusBar, notifications } = workbench;
		await write('mine/same.txt', 'same');
		await write('mine/new.txt', 'new');
		await begin('mine');
		await sourceControl.expect('config.json');
		await expectGroup('Added', [/^new\.txt/, /^same\.txt/]);
		await sourceControl.write('Quantized');
		await sourceControl.press('Change Folder in Repo…');
		await quickInput.expect('The folder of the repo');
		await workbench.screenshot('upload folder question');
		await quickInput.fill('../elsewhere');
		assert.match(await quickInput.refusal(), /not a folder of a repo/);
		await quickInput.submit('onnx/old.txt/deeper');
		assert.match(await quickInput.refusal(/old\.txt/), /^onnx\/old\.txt is a file of the repo/);
		await workbench.screenshot('upload folder is a file');
		await quickInput.submit('/onnx/');
		await sourceControl.expect('old.txt');
		await sourceControl.waitGone('config.json');
		await expectGroup('Added', [/^new\.txt/]);
		await sourceControl.waitGone('same.txt');
		assert.equal(await sourceControl.message(), 'Quantized');
		await statusBar.expect(`onnx in ${repo} (main)`);
		await sourceControl.pressInline('old.txt', 'Delete from the Repo');
		await sourceControl.expect('Deleted');
		await workbench.screenshot('upload to folder');
		await expectStored(workbench.page, '"into":"onnx"');
		await workbench.reload();
		await sourceControl.expect('old.txt');
		await expectGroup('Deleted', [/^old\.txt/]);
		await sourceControl.waitGone('config.json');
		await sourceControl.press('Upload');
		await notifications.expect(`Uploaded to onnx in ${repo}.`);
		await workbench.screenshot('uploaded to folder');
		await notifications.clear();
		assert.deepEqual(
			onHub().filter(file => /(?:new|old|same)\.txt$/.test(file)),
			['onnx/new.txt', 'onnx/same.txt'],
		);
		assert.ok(onHub().includes('config.json'));
	});

	it('takes what is ignored all the same, but never an environment, also after a reload', async () => {
		const { workbench } = session();
		const { sourceControl, notifications } = workbench;
		await write('left/.gitignore', 'build/\n*.log\n');
		await write('left/run.log', 'a log');
		await write('left/build/out.txt', 'built');
		await write('left/build/.env', 'SECRET=1');
		await begin('left');
		await expectGroup('Ignored', [/^run\.log/, /^build/]);
		await workbench.screenshot('upload ignored');
		await sourceControl.pressInline(/^build/, 'Upload All the Same');
		await sourceControl.expect('out.txt');
		await expectGroup('Never Uploaded', [/^\.env/]);
		await expectGroup('Ignored', [/^run\.log/]);
		await workbench.screenshot('upload ignored taken');
		await expectStored(workbench.page, '"also":["build/"]');
		await workbench.reload();
		await sourceControl.expect('out.txt');
		await sourceControl.press('Upload');
		await notifications.expect(`Uploaded to ${repo}.`);
		await notifications.clear();
		assert.deepEqual(
			onHub().filter(file => /^build|log$|env$/.test(file)),
			['build/out.txt'],
		);
	});

	it('begins at a folder of the repo by its row', async () => {
		const { workbench, workspace } = session();
		const { quickInput, palette, sourceControl, notifications } = workbench;
		await write('more/row.txt', 'by its row');
		const models = workbench.tree('Models');
		await workbench.openContainer();
		await palette.run('Hugging Face: Search Models…');
		await quickInput.type('support-chat');
		await quickInput.pick('Show All Results in the View');
		await models.expand(repo, 'onnx');
		await (await models.contextMenu('onnx')).choose('Upload to This Folder…');
		await quickInput.pick('Another Folder…');
		await quickInput.expect('What to Upload');
		await quickInput.choosePath(`${path.join(workspace, 'more')}/`);
		await sourceControl.expect('row.txt');
		await expectGroup('Only on the Hub', [/^old\.txt/, /^same\.txt/]);
		await sourceControl.press('Upload');
		await notifications.expect(`Uploaded to onnx in ${repo}.`);
		assert.ok(onHub().includes('onnx/row.txt'));
		await notifications.clear();
	});

	it('can be chosen file by file, and group by group, also of more files than are shown', async () => {
		const { workbench, hub } = session();
		const { sourceControl, notifications, page } = workbench;
		const names = (count: number, kind: string) =>
			Array.from({ length: count }, (_, index) => `${kind}-${String(index).padStart(4, '0')}.txt`);
		const old = names(1_100, 'old');
		hub.commit('model', repo, [
			{ path: 'config.json', content: '{}' },
			{ path: 'onnx/old.txt', content: 'old' },
			{ path: 'onnx/same.txt', content: 'same' },
			...old.map(file => ({ path: `many/${file}`, content: 'old' })),
		]);
		await Promise.all(names(1_050, 'new').map(file => write(`many/${file}`, file)));
		await begin('many');
		await sourceControl.expect('Added: 1,000 of 1,050');
		await workbench.screenshot('upload many');
		await sourceControl.pressInline('new-0000.txt', 'Leave Out');
		await sourceControl.expect('Added: 1,000 of 1,049');
		await sourceControl.pressInline('1,000 of 1,049', 'Show Whole List');
		await workbench.editor.activeTab('Added.txt').waitFor();
		await workbench.screenshot('upload many listed');
		await page.keyboard.press('ControlOrMeta+End');
		await page.locator('.part.editor .view-line').filter({ hasText: 'new-1049.txt' }).waitFor();
		await sourceControl.pressInline('1,000 of 1,049', 'Leave Out All');
		await sourceControl.expect('Left Out: 1,000 of 1,050');
		await sourceControl.waitGone('Added');
		await expectStored(page, '"leftOut":{"added":{"all":true');
		await sourceControl.pressInline('new-0001.txt', 'Put Back');
		await expectGroup('Added', [/^new-0001\.txt/]);
		await workbench.screenshot('upload many left out');
		await workbench.reload();
		await sourceControl.expect('Left Out: 1,000 of 1,049');
		await sourceControl.pressInline(/^\s*Added/, 'Leave Out All');
		await sourceControl.collapse('1,000 of 1,050');
		await sourceControl.pressInline('1,000 of 1,103', 'Delete All from the Repo');
		await sourceControl.expect('Deleted: 1,000 of 1,103');
		await sourceControl.pressInline('config.json', 'Delete from the Repo');
		await sourceControl.expect('Deleted: 1,000 of 1,102');
		await sourceControl.press('Upload');
		await notifications.expect(`Uploaded to ${repo}.`);
		await notifications.clear();
		assert.deepEqual(onHub(), ['config.json']);
	});

	it('is what was left out, and what was asked for, also where another folder of the repo makes a change of what was new', async () => {
		const { workbench, hub } = session();
		const { quickInput, sourceControl } = workbench;
		hub.commit('model', repo, [
			{ path: 'config.json', content: '{}' },
			{ path: 'there/a.txt', content: 'another' },
		]);
		await write('all/.gitignore', 'log/\n');
		await write('all/a.txt', 'a');
		await write('all/b.txt', 'b');
		await write('all/log/run.txt', 'a log');
		await begin(/^all/);
		await expectGroup('Added', [/^\.gitignore/, /^a\.txt/, /^b\.txt/]);
		await sourceControl.pressInline(/^\s*Added/, 'Leave Out All');
		await sourceControl.waitGone('Added');
		await sourceControl.pressInline(/^log/, 'Upload All the Same');
		await expectGroup('Added', [/^run\.txt/]);
		await expectGroup('Left Out', [/^\.gitignore/, /^a\.txt/, /^b\.txt/]);
		await sourceControl.press('Change Folder in Repo…');
		await quickInput.submit('there');
		await quickInput.waitClosed();
		// It is only outside of that folder.
		await sourceControl.waitGone('config.json');
		await statusBarSays('there');
		await expectGroup('Added', [/^run\.txt/]);
		await expectGroup('Left Out', [/^\.gitignore/, /^a\.txt/, /^b\.txt/]);
		await sourceControl.waitGone('Changed');
		await workbench.screenshot('upload left out elsewhere');
	});

	it('can be sent while the question for another folder is open, which is then not asked any more', async () => {
		const { workbench } = session();
		const { quickInput, sourceControl, notifications } = workbench;
		await write('sent/run.txt', 'a run');
		await begin('sent');
		await expectGroup('Added', [/^run\.txt/]);
		await sourceControl.press('Change Folder in Repo…');
		await quickInput.expect('The folder of the repo');
		await notifications.rest();
		await sourceControl.press('Upload');
		await notifications.expect(`Uploaded to ${repo}.`);
		await quickInput.waitClosed();
		await notifications.clear();
		assert.deepEqual(onHub(), ['config.json', 'onnx/old.txt', 'onnx/same.txt', 'run.txt']);
	});

	it('is offered where it went the last time, also in the next window', async () => {
		const { workbench } = session();
		const { quickInput, sourceControl, notifications } = workbench;
		await write('twice/a.txt', 'a');
		await begin('twice');
		await expectGroup('Added', [/^a\.txt/]);
		await sourceControl.press('Change Folder in Repo…');
		await quickInput.submit('there');
		await quickInput.waitClosed();
		await statusBarSays('there');
		await notifications.rest();
		await sourceControl.press('Upload');
		await notifications.expect(`Uploaded to there in ${repo}.`);
		await notifications.clear();
		await write('twice/a.txt', 'another');
		await workbench.reload();
		await ask('twice');
		assert.equal((await quickInput.options())[0], `there in ${repo}`);
		await workbench.screenshot('upload as the last time');
		await quickInput.pick('main, as the last time');
		await statusBarSays('there');
		await expectGroup('Changed', [/^a\.txt/]);
	});

	it('says what was chosen although it is ignored, without what other rules leave out', async () => {
		const { workbench } = session();
		const { explorer, sourceControl, page } = workbench;
		await mkdir(path.join(session().workspace, 'code/.git'), { recursive: true });
		await write('code/.gitignore', 'weights\n*.log\n');
		await write('code/weights/w.txt', 'w');
		await write('code/weights/token.py', `TOKEN = "hf_${'Q'.repeat(34)}"\n`);
		await write('code/weights/run.log', 'a log');
		await explorer.expand(/^code/);
		await begin(/^weights/);
		await expectGroup('Added', [/^w\.txt/]);
		await expectGroup('Suspected Secrets', [/^token\.py/]);
		await expectGroup('Ignored', [/^run\.log/]);
		const rows = await sourceControl.rows();
		assert.ok(
			rows.some(row => /^Chosen, Though Ignored( 1)?$/.test(row)),
			rows.join('\n'),
		);
		const chosen = sourceControl
			.row(/^weights/)
			.locator('.label-name')
			.first();
		await cardOf(page, chosen, /Ignored by \.gitignore or \.hfignore, but taken because it was chosen/);
		await workbench.screenshot('upload ignored but chosen');
	});

	it('has a message that stays empty when it is emptied right after a reload', async () => {
		const { workbench } = session();
		const { sourceControl, page } = workbench;
		await write('quiet/w.txt', 'w');
		await begin('quiet');
		await sourceControl.expect('w.txt');
		await sourceControl.write('Unwanted');
		await expectStored(page, '"message":"Unwanted"');
		await workbench.reload();
		await eventually(
			() => sourceControl.message(),
			message => assert.equal(message, 'Unwanted'),
		);
		await sourceControl.write('');
		await expectStored(page, '"message":""');
		await sourceControl.expect('w.txt');
		assert.equal((await sourceControl.message()).trim(), '');
	});
});
