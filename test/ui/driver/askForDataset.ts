import type { Workbench } from './workbench';

/** Answers all that is asked for a new private dataset: what comes of it is for the caller to see. */
export async function askForDataset(
	{ palette, quickInput }: Pick<Workbench, 'palette' | 'quickInput'>,
	owner: string,
	name: string,
): Promise<void> {
	await palette.run('Hugging Face: Create Repo…');
	await quickInput.pick('Dataset');
	await quickInput.expect('Owner');
	await quickInput.pick(owner);
	await quickInput.expect(`Create Repo of ${owner}`);
	await quickInput.fill(name);
	await quickInput.accept();
	await quickInput.pick('Private');
	await quickInput.expect('License');
	await quickInput.pick('mit');
}
