import assert from 'node:assert/strict';
import { mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { addToken } from './driver/addToken';
import { cardOf } from './driver/cardOf';
import { eventually } from './driver/eventually';
import { THEMES, type Theme } from './driver/themes';
import { useSession } from './driver/useSession';

const INTO = 'quantized-weights-for-small-machines/onnx';
const LONG = 'pytorch_model-00001-of-00042-quantized-int8.safetensors';
/** A cloned repo: its groups, with a file of each. */
const GROUPS = [
	'Suspected Secrets',
	'Added',
	'Changed',
	'Left Out',
	'Deleted',
	'Only on the Hub',
	'Too Large',
	'Ignored',
	'Never Uploaded',
];

describe('the look of an upload', () => {
	const session = useSession({ viewport: { width: 900, height: 900 } });
	const repo = 'acme/support-chat';
	const large = () => path.join(session().workspace, 'mine/larger-than-what-the-hub-takes.safetensors');
	const write = async (file: string, content: string | Uint8Array) => {
		const full = path.join(session().workspace, file);
		await mkdir(path.dirname(full), { recursive: true });
		await writeFile(full, content);
	};

	before('sign in, and have a file of each kind, with long names', async function () {
		this.timeout(120_000);
		const { workbench, hub } = session();
		hub.commit('model', repo, [
			{ path: 'config.json', content: '{}' },
			{ path: `${INTO}/README-of-the-quantized-weights.md`, content: 'old' },
			{ path: `${INTO}/an-older-name-of-the-quantized-weights.onnx`, content: 'old' },
			{ path: `${INTO}/tokenizer/special_tokens_map_of_the_tokenizer.json`, content: '{}' },
		]);
		await write('mine/.gitignore', '*.log\nintermediate-checkpoints-of-training/\n');
		await write('mine/.env', 'SECRET=1');
		await write('mine/training-of-the-first-night.log', 'a log');
		await write('mine/intermediate-checkpoints-of-training/a.txt', 'a');
		await write('mine/README-of-the-quantized-weights.md', 'new');
		await write(`mine/${LONG}`, 'weights');
		await write('mine/folder-with-a-long-name/and-another/generation_config.json', '{}');
		await write('mine/left-out-of-the-upload-this-time.txt', 'x');
		await write('mine/upload_with_a_token_in_it.py', `TOKEN = "hf_${'Q'.repeat(34)}"\n`);
		await workbench.openContainer();
		await addToken(workbench, hub.tokens.write);
		await workbench.notifications.clear();
	});

	beforeEach('have a file that is too large', async () => {
		await writeFile(large(), '');
		// A file of zeros that no disk has to hold.
		await truncate(large(), 500e9 + 1);
	});

	// It cannot be looked through for secrets at the end.
	afterEach('take that away', () => rm(large(), { force: true }));

	afterEach('leave no upload open', async () => {
		const { sourceControl, page } = session().workbench;
		// A card would cover what is pressed.
		await page.mouse.move(0, 0);
		await sourceControl.press('Give Up Upload');
		await sourceControl.waitGone(/./);
	});

	/** Compares with a folder of the repo, in a narrow sidebar. */
	async function compare(): Promise<void> {
		const { workbench } = session();
		const { explorer, quickInput, sourceControl, notifications } = workbench;
		await (await explorer.contextMenu('mine')).choose('Upload to the Hub…');
		await quickInput.pick('Existing Repo…');
		await quickInput.submit(repo);
		await sourceControl.expect('Never Uploaded');
		await sourceControl.press('Change Folder in Repo…');
		await quickInput.submit(INTO);
		await sourceControl.expect('Changed');
		await notifications.clear();
		await workbench.narrowSidebar();
	}

	it('has all of its groups and what can be done with them in a narrow sidebar, in every kind of theme', async () => {
		const { workbench } = session();
		const { sourceControl, statusBar } = workbench;
		await compare();
		await sourceControl.pressInline(/left-out/, 'Leave Out');
		await sourceControl.expect('Left Out');
		await sourceControl.pressInline(/an-older/, 'Delete from the Repo');
		await sourceControl.expect('Deleted');
		await eventually(
			() => sourceControl.rows(),
			rows => {
				for (const group of GROUPS) {
					assert.ok(
						rows.some(row => row.startsWith(group)),
						rows.join('\n'),
					);
				}
			},
		);
		for (const theme of Object.keys(THEMES) as Theme[]) {
			await workbench.setTheme(theme);
			await sourceControl.row(/pytorch/).hover();
			await workbench.screenshot(`upload narrow ${theme}`);
		}
		await sourceControl.pressInline(/^\s*Added/, 'Leave Out All');
		await sourceControl.waitGone(/^\s*Added/);
		await sourceControl.pressInline(/^\s*Left Out/, 'Put Back All');
		await sourceControl.waitGone('Left Out');
		await statusBar.expect(`…/onnx in ${repo} (main)`);
		await statusBar.expectTooltip(`…/onnx in ${repo}`, new RegExp(`Upload to ${INTO} in ${repo}`));
	});

	it('says of a file why it is where it is', async () => {
		const { workbench } = session();
		const { sourceControl, page } = workbench;
		const said: ReadonlyArray<readonly [RegExp, RegExp]> = [
			[/upload_with/, /seems to hold a Hugging Face token/],
			[/training-of/, /Ignored by \.gitignore/],
			[/larger-than/, /500 GB, more than the Hub takes/],
		];
		await compare();
		for (const [row, words] of said) {
			await cardOf(page, sourceControl.row(row).locator('.label-name').first(), words);
		}
		await workbench.screenshot('upload narrow said');
	});
});
