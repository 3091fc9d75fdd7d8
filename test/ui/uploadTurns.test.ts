import assert from 'node:assert/strict';
import path from 'node:path';
import { useUploads } from './driver/useUploads';

describe('an upload after another, as a person begins it', () => {
	const repo = 'acme/support-chat';
	const uploads = useUploads({ viewport: { width: 1280, height: 1000 }, hub: { partBytes: 1_000_000 } });
	const { session, write } = uploads;
	const begin = (folder: string) => uploads.begin(folder, repo);
	/** From the first question on. */
	const choose = async (folder: string) => {
		const { quickInput } = session().workbench;
		await quickInput.pick('Another Folder…');
		await quickInput.expect('What to Upload');
		await quickInput.choosePath(`${path.join(session().workspace, folder)}/`);
		await uploads.chooseRepo(repo);
	};

	afterEach('leave no upload open', async () => {
		const { hub, workbench } = session();
		const { quickInput, sourceControl } = workbench;
		hub.faults.clear();
		await quickInput.leave();
		await sourceControl.press('Give Up Upload');
		await sourceControl.waitGone(/./);
	});

	it('is refused before anything is asked while the other one is sent', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput, sourceControl, notifications } = workbench;
		await write('under-way/w.bin', Buffer.alloc(2_500_000, '\0weights'));
		await begin('under-way');
		await sourceControl.expect('w.bin');
		await sourceControl.write('On its way');
		hub.faults.always({ path: /\/lfs-part\/.*\/2\?/ }, { kind: 'hang' });
		await sourceControl.press('Upload');
		await notifications.expect(`Uploading to ${repo}`);
		await palette.run('Hugging Face: Upload to the Hub…');
		await notifications.expect('The upload is under way.');
		assert.equal(await quickInput.isOpen(), false);
		await workbench.screenshot('upload refused while another is sent');
		await notifications.press(`Uploading to ${repo}`, 'Cancel');
		await notifications.waitGone(`Uploading to ${repo}`);
		await notifications.clear();
	});

	it('takes nothing away unasked that was put into the other one while the questions were open', async () => {
		const { workbench } = session();
		const { palette, dialog, sourceControl, notifications } = workbench;
		await write('first-one/a.txt', 'a');
		await write('second-one/b.txt', 'b');
		await begin('first-one');
		await sourceControl.expect('a.txt');
		await notifications.clear();
		await palette.run('Hugging Face: Upload to the Hub…');
		await workbench.quickInput.expect('Upload to the Hub');
		await sourceControl.write('Written meanwhile');
		await choose('second-one');
		await dialog.expect(`Give up the upload to ${repo} that is open?`);
		await workbench.screenshot('upload touched meanwhile');
		await dialog.press('Cancel');
		await sourceControl.expect('a.txt');
		assert.equal(await sourceControl.message(), 'Written meanwhile');
		// Asked at first, it is not asked again.
		await palette.run('Hugging Face: Upload to the Hub…');
		await dialog.expect(`Give up the upload to ${repo} that is open?`);
		await dialog.press('Begin Another');
		await choose('second-one');
		await sourceControl.expect('b.txt');
		await sourceControl.waitGone('a.txt');
		assert.equal((await sourceControl.message()).trim(), '');
	});
});
