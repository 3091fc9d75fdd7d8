import type { Workbench } from './workbench';

const MODEL = 'Qwen/Qwen2.5-Coder-32B-Instruct';

/** Runs a chat on some lines, and waits for its end. */
export async function explainLines(
	{ editor, palette, quickInput, results }: Workbench,
	end: 'finished' | 'failed',
): Promise<void> {
	await editor.open('tides.py');
	await editor.selectLines(30, 41);
	const before = (await results.isOpen()) ? await results.shownId() : undefined;
	await palette.run('Hugging Face: Explain Selection');
	if (before === undefined) {
		await quickInput.expect('Model for');
		await quickInput.fill('Qwen2.5-Coder');
		await quickInput.pick(MODEL);
	} else {
		await results.expectNext(before);
	}
	await results.expectState(end);
}
