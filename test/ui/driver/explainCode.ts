import { addToken } from './addToken';
import type { Session } from './session';

/** The main job: a token, some lines of code, and the answer beside them. */
export async function explainCode({ workbench, hub }: Session): Promise<void> {
	const { editor, palette, quickInput, results } = workbench;
	await addToken(workbench, hub.tokens.fineGrainedInference);
	await editor.open('tides.py');
	await editor.selectLines(30, 41);
	await palette.run('Hugging Face: Explain Selection');
	await quickInput.expect('Model for');
	await quickInput.fill('Qwen2.5-Coder');
	await quickInput.pick('Qwen/Qwen2.5-Coder-32B-Instruct');
	await results.expectState('finished');
}
