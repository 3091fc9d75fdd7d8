import type { Workbench } from './workbench';

/** Adds a token as a person does who is asked whether the Hub's and the router's hosts may have it. */
export async function addTokenForHosts(workbench: Workbench, token: string): Promise<void> {
	const { palette, quickInput, dialog, notifications } = workbench;
	await palette.run('Hugging Face: Add Token…');
	await quickInput.expect('Paste a token');
	await quickInput.fill(token);
	await quickInput.accept();
	await dialog.expect('Send this token to 127.0.0.1');
	await dialog.press('Allow');
	await quickInput.expect('A name to tell');
	await quickInput.accept();
	await notifications.expect('Added');
	// Of an old token more is said, which is not to go with it.
	await notifications.dismiss('Added');
}
