import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { RepoPage } from './driver/repoPage';
import { openView } from './driver/openView';
import { useSession } from './driver/useSession';

describe('repos of one’s own, as a person keeps them', () => {
	const session = useSession({ viewport: { width: 1280, height: 1000 } });

	before('sign in', async function () {
		this.timeout(120_000);
		await openView(session(), 'Datasets');
	});

	it('are made by a few questions, and shown', async () => {
		const { workbench } = session();
		const { palette, quickInput } = workbench;
		await palette.run('Hugging Face: Create Repo…');
		await quickInput.pick('Dataset');
		await quickInput.expect('Owner');
		await quickInput.pick('ada');
		await quickInput.expect('Create Repo of ada');
		await quickInput.fill('two--dashes');
		assert.match(await quickInput.refusal(), /No dash or dot/);
		await quickInput.fill('made-here');
		await quickInput.accept();
		await quickInput.pick('Private');
		await quickInput.expect('License');
		await quickInput.pick('mit');
		await workbench.notifications.expect('Created ada/made-here.');
		await new RepoPage(workbench.page).expect('ada/made-here');
		await workbench.notifications.clear();
		const datasets = workbench.tree('Datasets');
		await datasets.expand('Mine', 'ada/made-here');
		await workbench.screenshot('created repo');
	});

	it('are made public only after a question, and get branches', async () => {
		const { workbench } = session();
		const { quickInput, dialog, notifications } = workbench;
		const datasets = workbench.tree('Datasets');
		await (
			await datasets.contextMenu('ada/made-here')
		).choose('Manage Repo', 'Change Visibility and Access…');
		await quickInput.pick('Public');
		assert.match(await dialog.expect('public?'), /Everybody can then see it/);
		await dialog.press('Make Public');
		await notifications.expect('ada/made-here: Public.');
		await notifications.clear();
		await (
			await datasets.contextMenu('ada/made-here')
		).choose('Manage Repo', 'Change Visibility and Access…');
		await quickInput.pick('Gated: Ask for Access');
		await notifications.expect('ada/made-here: Gated: Ask for Access.');
		await notifications.clear();
		for (const [command, from, name] of [
			['Create Branch…', 'main', 'try'],
			['Create Tag…', 'try', 'v2'],
		] as const) {
			await (await datasets.contextMenu('ada/made-here')).choose('Manage Repo', command);
			await quickInput.pick(from);
			await quickInput.expect(
				`${command.slice(0, -1)} of ada/made-here ${name === 'v2' ? 'at' : 'from'} ${from}`,
			);
			await quickInput.submit(name);
			await notifications.expect(` ${name}.`);
			await notifications.clear();
		}
		await (await datasets.contextMenu('ada/made-here')).choose('Manage Repo', 'Delete Branch or Tag…');
		await quickInput.pick('v2');
		await dialog.press('Delete');
		await notifications.expect('Deleted v2.');
		await notifications.clear();
	});

	it('are duplicated, renamed and moved, and their pins go with them', async () => {
		const { workbench } = session();
		const { quickInput, notifications } = workbench;
		const datasets = workbench.tree('Datasets');
		const manage = async (id: string, command: string) =>
			(await datasets.contextMenu(id)).choose('Manage Repo', command);
		await manage('ada/made-here', 'Duplicate Repo…');
		await quickInput.expect('Duplicate ada/made-here: Owner');
		await quickInput.pick('ada');
		await quickInput.expect('Duplicate ada/made-here for ada');
		await quickInput.submit('made-twice');
		await quickInput.pick('Private');
		await notifications.expect('Duplicated ada/made-here as ada/made-twice.');
		await new RepoPage(workbench.page).expect('ada/made-twice');
		await notifications.clear();
		await datasets.pressInline('ada/made-twice', 'Pin');
		// A section that is drawn anew under the click is folded again.
		await datasets.expect(/^Pinned\s*1$/);
		await datasets.expand('Pinned', 'ada/made-twice');
		await manage('ada/made-twice', 'Rename Repo…');
		await quickInput.submit('made-here');
		await notifications.expect('You already created this dataset repo');
		await workbench.screenshot('rename refused');
		await notifications.clear();
		await manage('ada/made-twice', 'Rename Repo…');
		await quickInput.submit('made-once');
		await notifications.expect('ada/made-twice is ada/made-once now.');
		await notifications.clear();
		await datasets.expect('ada/made-once');
		await datasets.waitGone('ada/made-twice');
		await manage('ada/made-once', 'Move Repo to Another Owner…');
		await quickInput.pick('acme');
		await notifications.expect('ada/made-once is acme/made-once now.');
		await notifications.clear();
		await datasets.waitGone('ada/made-once');
		await datasets.expect(/^Pinned\s*1$/);
		await datasets.expand('Pinned', 'acme/made-once');
		await workbench.screenshot('moved repo');
	});

	it('are deleted only by their whole name', async () => {
		const { workbench } = session();
		const { quickInput, notifications } = workbench;
		const datasets = workbench.tree('Datasets');
		await (await datasets.contextMenu('ada/made-here')).choose('Manage Repo', 'Delete Repo…');
		await quickInput.fill('made-here');
		assert.match(await quickInput.refusal(), /Type ada\/made-here/);
		await workbench.screenshot('delete repo');
		await quickInput.fill('ada/made-here');
		await quickInput.accept();
		await notifications.expect('Deleted ada/made-here.');
		await datasets.waitGone('ada/made-here');
	});

	it('get help with their cards: what is wrong, how to mend it, and what can be written', async () => {
		const { workbench, workspace } = session();
		const { editor, card } = workbench;
		await mkdir(path.join(workspace, 'card'), { recursive: true });
		await writeFile(path.join(workspace, 'card', 'README.md'), CARD);
		await editor.open('card/README.md');
		await card.expectProblem('Apache 2.0');
		await editor.goTo(2, 12);
		await card.fix('Change to “apache-2.0”');
		await editor.expect('license: apache-2.0');
		await editor.goTo(3, 5);
		await card.hover('The task that the model is for');
		await workbench.screenshot('card hover');
		await editor.goTo(3, 15);
		await card.complete('text-to-speech', 'text-to-s');
		await editor.expect('pipeline_tag: text-to-speech');
		await editor.goTo(4, 11);
		await card.complete('Swedish', 'swed');
		await editor.expect('language: sv');
		await editor.goTo(5, 13);
		await card.complete('Search the Hub’s Models…');
		await workbench.quickInput.expect('Insert the Id of a Repo');
		await workbench.quickInput.type('gpt-oss-20b');
		await workbench.quickInput.pick('openai/gpt-oss-20b');
		await editor.expect('base_model: openai/gpt-oss-20b');
		await workbench.screenshot('card');
	});

	it('have what their cards lead to checked when that is asked for', async () => {
		const { workbench, hub } = session();
		const { palette, notifications, card } = workbench;
		hub.traffic.clear();
		await palette.run('Hugging Face: Check Card and Its Links');
		await notifications.expect('The card has 2 problems.');
		await notifications.press('The card has 2 problems.', 'Show Problems');
		await card.expectListed('There is no dataset ada/no-such on the Hub');
		await card.expectListed('There is no file usage.md here.');
		await workbench.screenshot('checked card');
		const paths = hub.traffic.requests.map(({ path: asked }) => asked.split('?')[0]);
		assert.ok(paths.includes('/api/validate-yaml'), paths.join('\n'));
	});
});

const CARD = `---
license: Apache 2.0
pipeline_tag: 
language: 
base_model: 
datasets:
- stanfordnlp/imdb
- ada/no-such
---
# A model

How to [use it](usage.md), and where [the data](https://huggingface.co/datasets/stanfordnlp/imdb) is from.
`;
