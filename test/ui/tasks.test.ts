import assert from 'node:assert/strict';
import { redRectangle } from '../unit/inference/mediaFiles';
import { findViolations } from './driver/findViolations';
import { expectRun } from './driver/expectRun';
import { settledText } from './driver/settledText';
import type { Workbench } from './driver/workbench';
import { useRunSession } from './driver/useRunSession';
import { TASK_MODELS } from './taskModels';

describe('every task, as a person runs it', () => {
	const session = useRunSession({
		workspace: 'media',
		settings: { 'hfWorkbench.inference.models': TASK_MODELS, 'explorer.autoReveal': false },
	});

	describe('on a selection', () => {
		/** Runs a command on some lines of a file, fills in the form where there is one, and gives the answer. */
		const runOn = async (
			command: string,
			title: string,
			text: string,
			fill?: (form: Workbench['form']) => Promise<void>,
		): Promise<string> => {
			const { workbench } = session();
			const { editor, palette, results, form } = workbench;
			const before = await results.shownId();
			await editor.open('notes/reviews.txt');
			await editor.write(text);
			await palette.run(`Hugging Face: ${command}`);
			if (fill) {
				await form.expect(title);
				await fill(form);
				await form.run();
			}
			await expectRun(workbench, title, before);
			return results.answer();
		};

		it('finds the answer to a question that a form asks for', async () => {
			const { workbench } = session();
			const answer = await runOn(
				'Answer Question from Selection…',
				'Answer from Text',
				'Sarah Ferris lives in Paris. She works at the harbour.',
				async form => {
					await workbench.screenshot('form question');
					assert.deepEqual(await findViolations(workbench.results.frame), []);
					await form.run();
					assert.deepEqual(await form.complaints(), ['Question is missing.']);
					await form.fill('Question', 'Where does Sarah live?');
				},
			);
			assert.match(answer, /Paris/);
			await workbench.screenshot('task answer');
		});

		it('classifies by own labels, which are there again the next time', async () => {
			const text = 'The invoice is wrong: I paid twice and want my money back.';
			const labels = 'Classify by Own Labels';
			await runOn('Classify Selection by Own Labels…', labels, text, form =>
				form.fill('Labels', 'money\nweather'),
			);
			const { workbench } = session();
			const again = await runOn('Classify Selection by Own Labels…', labels, text, async form => {
				assert.equal(await form.field('Labels').inputValue(), 'money\nweather');
				await form.showParameters();
				await form.field('Several labels may fit').check();
				await workbench.screenshot('form labels');
			});
			assert.match(again, /money[\s\S]*weather/);
		});

		it('says beforehand, and while it goes on, how many tokens go in', async () => {
			const { workbench, hub } = session();
			const { editor, palette, quickInput, results, statusBar } = workbench;
			await editor.open('notes/reviews.txt');
			await editor.write('The ferry to the island');
			await palette.run('Hugging Face: Run on Selection…');
			await quickInput.expect('Run on Selection');
			await quickInput.type('Continue Text');
			await quickInput.expect(/Run on Selection · ≈ \d+ tokens in(?! ·)/);
			await workbench.screenshot('pick task estimated');
			const calls = { host: 'router', method: 'POST' } as const;
			hub.faults.always(calls, { kind: 'hang' });
			await quickInput.accept();
			await results.expect('Running…');
			const estimate = results.article().locator('.running-note .estimate');
			await estimate.filter({ hasText: /^≈ \d+ tokens in$/ }).waitFor();
			await statusBar.expectTooltip('Running Continue Text', /Continue Text: \S+ · ≈ \d+ tokens in/);
			await workbench.screenshot('task running estimated');
			await results.press('Stop', results.article());
			await results.expectState('stopped');
			hub.faults.clear(calls);
		});

		it('says in the list of models how many tokens go in', async () => {
			const { workbench } = session();
			const { editor, palette, quickInput } = workbench;
			await editor.open('notes/reviews.txt');
			await editor.write('The ferry to the island was late again.');
			await palette.run('Hugging Face: Run on Selection…');
			await quickInput.expect('Run on Selection');
			await quickInput.pick('Summarize');
			await quickInput.expect(/Model for Summarize · ≈ \d+ tokens in(?! ·)/);
			await workbench.screenshot('pick model estimated');
			await quickInput.leave();
		});

		const PLAIN: ReadonlyArray<readonly [command: string, title: string, text: string, answer: RegExp]> = [
			['Continue Selection', 'Continue Text', 'The ferry', /\w/],
			['Fill in the Blank in Selection', 'Fill in the Blank', 'Paris is the [MASK] of France.', /%/],
			[
				'Compare Meanings of Selections',
				'Compare Meanings',
				'a red boat\na red ship\nnothing alike',
				/a red ship/,
			],
			['Embed Selection', 'Embed', 'a red boat', /\d/],
		];
		for (const [command, title, text, expected] of PLAIN) {
			it(`${title}: ${command}`, async () => {
				assert.match(await runOn(command, title, text), expected);
				await session().workbench.screenshot(`task ${title}`);
			});
		}

		const MADE: ReadonlyArray<readonly [command: string, title: string, element: string]> = [
			['Create Image from Selection', 'Create Image', 'img'],
			['Create Video from Selection', 'Create Video', 'video'],
			['Read Selection Aloud', 'Read Aloud', 'hf-audio, audio'],
		];
		for (const [command, title, element] of MADE) {
			it(`${title}: ${command}`, async () => {
				await runOn(command, title, 'A red boat on a calm sea');
				const { workbench } = session();
				await workbench.results.article().locator(element).first().waitFor();
				await workbench.screenshot(`task ${title}`);
			});
		}
	});

	describe('on a table', () => {
		it('answers a question from the rows of a CSV file', async () => {
			const { workbench } = session();
			const { editor, palette, form, results } = workbench;
			const before = await results.shownId();
			await editor.open('harbours.csv');
			await palette.run('Hugging Face: Answer Question from Table…');
			await form.expect('Answer from Table');
			assert.match(await form.field('Table').inputValue(), /^harbour,ships\s+Texel,12/);
			await form.fill('Question', 'What is the total of ships?');
			await form.run();
			await expectRun(workbench, 'Answer from Table', before);
			assert.match(await results.answer(), /SUM/);
			await workbench.screenshot('task table');
		});

		for (const [task, title] of [
			['Classify Rows', 'Classify Rows'],
			['Predict Numbers', 'Predict Numbers for Rows'],
		] as const) {
			it(`${title}, of JSON`, async () => {
				const { workbench } = session();
				const { editor, palette, quickInput, results } = workbench;
				const before = await results.shownId();
				await editor.open('fish.json');
				await editor.selectAll();
				await palette.run('Hugging Face: Run on Selection…');
				await quickInput.expect('Run on Selection');
				await quickInput.fill(task);
				await quickInput.pick(task);
				await expectRun(workbench, title, before);
				assert.match(await results.answer(), /length/);
			});
		}
	});

	describe('on a picture of the Explorer', () => {
		const MENU: ReadonlyArray<readonly [item: string, title: string, element: string]> = [
			['Describe Image', 'Describe Image', 'text=a wide PNG picture'],
			['Classify Image', 'Classify Image', 'text=white'],
			['Find Objects in Image', 'Find Objects in Image', 'text=red figure'],
			['Cut Image into Parts', 'Cut Image into Parts', 'text=red figure'],
		];
		for (const [item, title, element] of MENU) {
			it(`${title}, by its menu`, async () => {
				const { workbench } = session();
				const { explorer, results } = workbench;
				const before = await results.shownId();
				await openMedia(workbench);
				const menu = await explorer.contextMenu('buoy.png');
				await menu.choose('Hugging Face', item);
				await expectRun(workbench, title, before);
				await results.article().locator(element).first().waitFor();
				await workbench.screenshot(`task ${title}`);
			});
		}

		const ASKED: ReadonlyArray<readonly [item: string, title: string, field: string, text: string]> = [
			['Answer Question from Image…', 'Answer from Image', 'Question', 'Which colour is it?'],
			['Change Image…', 'Change Image', 'Prompt', 'make it night'],
			['Animate Image…', 'Animate Image', 'Prompt', 'let it roll'],
		];
		for (const [item, title, field, text] of ASKED) {
			it(`${title}, by its menu`, async () => {
				const { workbench } = session();
				const { explorer, results, form } = workbench;
				const before = await results.shownId();
				const menu = await explorer.contextMenu('buoy.png');
				await menu.choose('Hugging Face', item);
				await form.expect(title);
				assert.match(await form.form().innerText(), /buoy\.png/);
				await form.fill(field, text);
				await form.run();
				await expectRun(workbench, title, before);
				await results.article().getByText(text).first().waitFor();
				await workbench.screenshot(`task ${title}`);
			});
		}

		for (const [title, [field, text]] of [
			['Classify Image by Own Labels', ['Labels', 'a red picture\na dog']],
			['Answer from Scanned Document', ['Question', 'How many pixels?']],
		] as const) {
			it(`${title}, by the list of tasks for an open picture`, async () => {
				const { workbench } = session();
				const { explorer, palette, quickInput, results, form } = workbench;
				const before = await results.shownId();
				await explorer.open('buoy.png');
				await palette.run('Hugging Face: Run on Selection…');
				await quickInput.expect('Run on buoy.png');
				await quickInput.fill(title);
				await quickInput.pick(title);
				await form.expect(title);
				await form.fill(field, text);
				await form.run();
				await expectRun(workbench, title, before);
			});
		}

		it('takes a picture from the clipboard', async () => {
			const { workbench } = session();
			const { palette, form, results } = workbench;
			const before = await results.shownId();
			await workbench.saveEditors();
			await workbench.closeEditors();
			await palette.run('Hugging Face: Describe Image');
			await form.expect('Describe Image');
			await form.paste('image/png', redRectangle());
			await form.expectText('Pasted.png');
			await workbench.screenshot('form pasted');
			await form.run();
			await expectRun(workbench, 'Describe Image', before);
			assert.match(await results.answer(), /48 by 32 pixels/);
		});
	});

	describe('on a recording of the Explorer', () => {
		const MENU: ReadonlyArray<readonly [item: string, title: string, answer: RegExp]> = [
			['Transcribe Recording', 'Transcribe', /seconds of speech/],
			['Classify Sound', 'Classify Sound', /Tone/],
			['Clean or Split Sound', 'Clean or Split Sound', /./],
		];
		for (const [item, title, answer] of MENU) {
			it(`${title}, by its menu`, async () => {
				const { workbench } = session();
				const { explorer, results } = workbench;
				const before = await results.shownId();
				await openMedia(workbench);
				const menu = await explorer.contextMenu('horn.wav');
				await menu.choose('Hugging Face', item);
				await expectRun(workbench, title, before);
				assert.match(await settledText(results.article()), answer);
				await workbench.screenshot(`task ${title}`);
			});
		}
	});

	describe('on nothing but a form', () => {
		it('Create Sound, from what is written into the form', async () => {
			const { workbench } = session();
			const { palette, quickInput, form, results } = workbench;
			const before = await results.shownId();
			await workbench.closeEditors();
			await palette.run('Hugging Face: Run on Selection…');
			await quickInput.expect('Run on Selection');
			await quickInput.fill('Create Sound');
			await quickInput.pick('Create Sound');
			await form.expect('Create Sound');
			await form.fill('Description', 'a calm sea');
			await form.run();
			await expectRun(workbench, 'Create Sound', before);
		});

		it('is changed and run again from its result', async () => {
			const { workbench } = session();
			const { form, results } = workbench;
			const before = await results.shownId();
			await results.press('Change and Run…', results.article());
			await form.expect('Create Sound');
			assert.equal(await form.field('Description').inputValue(), 'a calm sea');
			await form.cancel();
			await results.frame.getByRole('article', { name: /^Create Sound/ }).waitFor();
			assert.equal(await results.shownId(), before);
		});

		it('is copied as code, with the token from the environment', async () => {
			const { workbench } = session();
			const { editor, quickInput, results, statusBar } = workbench;
			await results.pressMore('Copy as Code…', results.article());
			await quickInput.expect('Copy as Code (facebook/musicgen-small)');
			await workbench.screenshot('copy as code');
			await quickInput.pick('Python · requests');
			await statusBar.expect('Copied');
			const code = await editor.clipboard();
			assert.match(code, /os\.environ\['HF_TOKEN'\]/);
			assert.match(code, /a calm sea/);
		});
	});
});

/** Shows the files in the folder of pictures and sounds. */
async function openMedia({ explorer }: Workbench): Promise<void> {
	await explorer.expand('media');
}
