import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from './driver/eventually';
import { findViolations } from './driver/findViolations';
import { useRunSession } from './driver/useRunSession';

const MODELS = {
	conversational: 'google/gemma-3-4b-it',
	'text-to-image': 'stabilityai/stable-diffusion-xl-base-1.0',
	'text-to-speech': 'facebook/mms-tts-eng',
	'feature-extraction': 'BAAI/bge-small-en-v1.5',
} as const;

/** As much as is used here of the page's world, which these tests do not share. */
declare const DataTransfer: new () => { getData(type: string): string };
declare const DragEvent: new (type: string, init: object) => object;

/** All files below a folder, by their paths from there. */
function filesIn(folder: string): string[] {
	return existsSync(folder)
		? readdirSync(folder, { recursive: true, withFileTypes: true })
				.filter(entry => entry.isFile())
				.map(entry => path.join(entry.parentPath, entry.name))
		: [];
}

describe('pictures and sounds, as a person takes them along', () => {
	const session = useRunSession({ settings: { 'hfWorkbench.inference.models': MODELS } });

	/** The files of the history that are no JSON. */
	const kept = () =>
		filesIn(session().dataDir).filter(file => /[\\/]runs[\\/]media[\\/][\w-]+[\\/]\d+\.\w+$/.test(file));

	async function runOn(command: string, text: string): Promise<void> {
		const { editor, palette, results } = session().workbench;
		const before = await results.shownId();
		await editor.open('README.md');
		await editor.write(text);
		await palette.run(`Hugging Face: ${command}`);
		await results.expectNext(before);
		await results.expectState('finished');
	}

	/** Whether the picture in front is really drawn, by its width. */
	const drawn = () =>
		session()
			.workbench.results.frame.locator('.picture-frame:not(.waiting) img')
			.evaluate((picture: { naturalWidth: number }) => picture.naturalWidth);

	it('a picture is shown in the panel, and attached to the document that is written', async () => {
		const { workbench, workspace } = session();
		const { editor, results, palette } = workbench;
		await runOn('Create Image from Selection', 'A quiet lake at dawn');
		assert.ok((await drawn()) > 0);
		assert.equal(kept().length, 1);
		assert.deepEqual(await findViolations(results.frame), []);
		await workbench.screenshot('picture');
		await results.press('Zoom In');
		await results.press('Attach to Document');
		await editor.expect('![Create Image](create-image.png)');
		const attached = path.join(workspace, 'create-image.png');
		assert.deepEqual(readFileSync(attached), readFileSync(kept()[0] ?? ''));
		await results.press('Attach to Document');
		await editor.expect('create-image-2.png');
		await palette.run('File: Save');
	});

	it('a picture is dragged into an editor, which opens it', async () => {
		const { workbench } = session();
		const { editor, results } = workbench;
		// The browser takes it from one frame to the other; no browser lets a script do that.
		const dragged = await results.frame
			.locator('.drag-out')
			.first()
			.evaluate(
				(handle: { dispatchEvent(event: object): void }, types) => {
					const dataTransfer = new DataTransfer();
					handle.dispatchEvent(new DragEvent('dragstart', { dataTransfer, bubbles: true }));
					return types.map(type => [type, dataTransfer.getData(type)]);
				},
				['ResourceURLs', 'text/uri-list'],
			);
		await editor.drop(dragged);
		await editor.activeTab('0.png').waitFor();
		await workbench.screenshot('picture dragged');
		await editor.closeTab('0.png');
	});

	it('a sound is shown as its waveform, and played', async () => {
		const { workbench } = session();
		const { results } = workbench;
		await runOn('Read Selection Aloud', 'Good morning to all of you');
		await results.frame.locator('.wave-rest[d*="v"]').waitFor({ state: 'attached' });
		const duration = await results.frame
			.locator('audio')
			.evaluate(
				async (player: {
					duration: number;
					readyState: number;
					load(): void;
					addEventListener(type: string, heard: () => void): void;
				}) => {
					if (player.readyState === 0) {
						await new Promise<void>(resolve => player.addEventListener('loadedmetadata', resolve));
					}
					return player.duration;
				},
			);
		assert.ok(duration > 0.5);
		await workbench.screenshot('sound');
	});

	it('both are there after a restart, and gone with their runs', async () => {
		await session().restart();
		const { workbench } = session();
		const { results, palette, dialog } = workbench;
		await results.expectState('finished');
		await results.choose(/Create Image/);
		assert.ok((await drawn()) > 0);
		assert.equal(kept().length, 2);
		const id = await results.shownId();
		await results.pressMore('Remove', results.article());
		await results.expectNext(id);
		await results.frame.locator('audio').waitFor();
		await eventually(
			() => kept().map(file => path.extname(file)),
			left => assert.deepEqual(left, ['.wav']),
		);
		await palette.run('Hugging Face: Clear History of Runs…');
		await dialog.press('Clear History');
		await results.expect(/Select text in an editor/);
		await eventually(kept, left => assert.deepEqual(left, []));
	});

	it('an answer in figures is inserted at the cursor, and attached as a file', async () => {
		const { workbench, workspace } = session();
		const { editor, palette, results, statusBar } = workbench;
		const text = 'A quiet lake at dawn';
		await runOn('Embed Selection', text);
		await results.press('Copy', results.article());
		await statusBar.expect('Copied');
		const vector = await editor.clipboard();
		await results.press('Insert at Cursor', results.article());
		await editor.expectText(`${text}${vector}`);
		await editor.write('The figures: ');
		await results.pressMore('Attach to Document', results.article());
		await editor.expect('[Embed](embed.json)');
		await workbench.screenshot('figures attached');
		assert.deepEqual(
			JSON.parse(readFileSync(path.join(workspace, 'embed.json'), 'utf8')),
			JSON.parse(vector),
		);
		await palette.run('File: Save');
	});

	it('answers of other runs go along with a question of a chat, figures as a file and a picture as one', async () => {
		const { workbench } = session();
		const { conversation, quickInput } = workbench;
		const { composer } = conversation;
		await runOn('Create Image from Selection', 'A quiet lake at dawn');
		await runOn('Explain Selection', 'A quiet lake at dawn');
		for (const [title, name] of [
			['Embed', 'embed.json'],
			['Create Image', 'create-image.png'],
		] as const) {
			await composer.getByRole('button', { name: 'Attach…' }).click();
			await quickInput.expect('Attach');
			await quickInput.pick('Earlier Answer…');
			await quickInput.expect('Attach an Earlier Answer');
			await workbench.screenshot('pick earlier answer');
			await quickInput.pick(title);
			await composer.getByText(name).waitFor();
		}
		await conversation.ask('What do you see?', 2);
		assert.match(await conversation.answer(2), /I see a .*PNG picture/);
		await workbench.screenshot('earlier answers attached');
	});
});
