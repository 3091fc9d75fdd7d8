import assert from 'node:assert/strict';
import { rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cardOf } from './driver/cardOf';
import { eventually } from './driver/eventually';
import { THEMES, type Theme } from './driver/themes';
import { useUploads } from './driver/useUploads';

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
	const { session, begin } = useUploads(
		{ viewport: { width: 900, height: 900 } },
		{
			'mine/.gitignore': '*.log\nintermediate-checkpoints-of-training/\n',
			'mine/.env': 'SECRET=1',
			'mine/training-of-the-first-night.log': 'a log',
			'mine/intermediate-checkpoints-of-training/a.txt': 'a',
			'mine/README-of-the-quantized-weights.md': 'new',
			[`mine/${LONG}`]: 'weights',
			'mine/folder-with-a-long-name/and-another/generation_config.json': '{}',
			'mine/left-out-of-the-upload-this-time.txt': 'x',
			'mine/upload_with_a_token_in_it.py': `TOKEN = "hf_${'Q'.repeat(34)}"\n`,
		},
	);
	const repo = 'acme/support-chat';
	const large = () => path.join(session().workspace, 'mine/larger-than-what-the-hub-takes.safetensors');

	before('have them on the Hub as well', () => {
		session().hub.commit('model', repo, [
			{ path: 'config.json', content: '{}' },
			{ path: `${INTO}/README-of-the-quantized-weights.md`, content: 'old' },
			{ path: `${INTO}/an-older-name-of-the-quantized-weights.onnx`, content: 'old' },
			{ path: `${INTO}/tokenizer/special_tokens_map_of_the_tokenizer.json`, content: '{}' },
		]);
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
		const { quickInput, sourceControl, notifications } = workbench;
		await begin('mine', repo);
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
