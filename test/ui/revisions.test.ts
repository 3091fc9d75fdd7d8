import assert from 'node:assert/strict';
import { withResolvers } from '../unit/withResolvers';
import { eventually } from './driver/eventually';
import { openView } from './driver/openView';
import { useSession } from './driver/useSession';

describe('the list of a repo’s revisions', () => {
	const session = useSession({ viewport: { width: 1280, height: 1000 } });

	before('sign in', async function () {
		this.timeout(120_000);
		await openView(session(), 'Models');
	});

	afterEach('leave no question open', async () => {
		const { hub, workbench } = session();
		hub.faults.clear();
		await workbench.quickInput.leave();
	});

	it('lists commits page by page, and takes any revision that is typed', async () => {
		const { workbench, hub } = session();
		const { editor, palette, quickInput } = workbench;
		for (let number = 1; number <= 120; number++) {
			const content = `Change ${number}`;
			hub.commit('model', 'acme/long-tale', [{ path: 'README.md', content }], content);
		}
		const answer = await fetch(`${hub.origin}/api/models/acme/long-tale/commits/main?limit=1000`);
		const commits = (await answer.json()) as ReadonlyArray<{ readonly id: string }>;
		await palette.run('Hugging Face: Open File from the Hub…');
		await quickInput.pick('Model');
		await quickInput.fill('acme/long-tale');
		await eventually(
			() => quickInput.options(),
			options => assert.deepEqual(options, ['acme/long-tale']),
		);
		await quickInput.pick('acme/long-tale');
		await quickInput.pick('README.md');
		await editor.expect('Change 120');
		await palette.run('Hugging Face: Open at Another Revision…');
		await quickInput.fill('Change 40');
		await quickInput.option('the latest 50 of 120 are listed').waitFor();
		assert.equal(await quickInput.option('ada').count(), 0);
		await workbench.screenshot('load more commits');
		await quickInput.pick('Load More Commits');
		await quickInput.option('the latest 100 of 120 are listed').waitFor();
		await quickInput.pick('Change 40');
		await editor.expectText('Change 40');
		await palette.run('Hugging Face: Open at Another Revision…');
		// The third commit, which no page that is listed has.
		await quickInput.fill(commits.at(-3)?.id.slice(0, 9) ?? '');
		await quickInput.active('Revision “').waitFor();
		await workbench.screenshot('typed revision');
		await quickInput.accept();
		// Looking elsewhere before the answer has come would be to leave.
		await quickInput.waitClosed();
		await editor.expectText('Change 3');
		await palette.run('Hugging Face: Open at Another Revision…');
		await quickInput.fill('no-such');
		await quickInput.pick('Revision “no-such”');
		await quickInput.option(/was not found/).waitFor();
		await workbench.screenshot('no such revision');
		// Nothing is lost by looking elsewhere, so the list closes as all of the editor's do.
		await workbench.page.locator('.part.editor .monaco-editor').first().click();
		await quickInput.waitClosed();
	});

	it('looks up the revision that is typed now, whatever was looked up before', async () => {
		const { workbench, hub } = session();
		const { editor, palette, quickInput } = workbench;
		const answer = await fetch(`${hub.origin}/api/models/acme/long-tale/commits/main?limit=1000`);
		const commits = (await answer.json()) as ReadonlyArray<{ readonly id: string }>;
		const answered = withResolvers<void>();
		const slow = { kind: 'slowHeaders', milliseconds: 100_000, until: answered.promise } as const;
		hub.faults.next({ path: /commits\/no-such/ }, slow);
		await palette.run('Hugging Face: Open at Another Revision…');
		await quickInput.fill('no-such');
		await quickInput.active('Revision “no-such”').waitFor();
		await quickInput.accept();
		await eventually(
			() => quickInput.isBusy(),
			isBusy => assert.ok(isBusy),
		);
		await quickInput.fill(commits.at(-5)?.id.slice(0, 9) ?? '');
		await quickInput.active('Revision “').waitFor();
		await eventually(
			() => quickInput.isBusy(),
			isBusy => assert.ok(!isBusy),
		);
		await workbench.screenshot('typed another revision');
		await quickInput.accept();
		await quickInput.waitClosed();
		answered.resolve();
		await editor.expectText('Change 5');
	});

	it('keeps the row to load more commits in front where a page has brought none that is new', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput } = workbench;
		const answered = withResolvers<void>();
		const slow = { kind: 'slowHeaders', milliseconds: 100_000, until: answered.promise } as const;
		await palette.run('Hugging Face: Open at Another Revision…');
		await quickInput.fill('Change 40');
		await quickInput.option('the latest 50 of 120 are listed').waitFor();
		for (let number = 121; number <= 170; number++) {
			const content = `Change ${number}`;
			hub.commit('model', 'acme/long-tale', [{ path: 'README.md', content }], content);
		}
		hub.faults.next({ path: /commits\/main/ }, slow);
		await quickInput.pick('Load More Commits');
		answered.resolve();
		await eventually(
			() => quickInput.isBusy(),
			isBusy => assert.ok(!isBusy),
		);
		await quickInput.active('Load More Commits').waitFor();
		await workbench.screenshot('no new commits');
		await quickInput.accept();
		await quickInput.option('the latest 100 of').waitFor();
		await quickInput.cancel();
		await quickInput.waitClosed();
	});
});
