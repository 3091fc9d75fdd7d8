import type { Workbench } from './workbench';

/** Adds a token as a person does: pasted, checked, and stored under the name that is suggested. */
export async function addToken(
	{ palette, quickInput, notifications }: Workbench,
	token: string,
): Promise<void> {
	await palette.run('Hugging Face: Add Token…');
	await quickInput.expect('Paste a token');
	await quickInput.fill(token);
	await quickInput.accept();
	await quickInput.expect('A name to tell');
	await quickInput.accept();
	await notifications.expect('Added');
}
