import assert from 'node:assert/strict';
import { eventually } from './eventually';
import { RepoPage } from './repoPage';
import { runUntilAsked } from './runUntilAsked';
import type { Workbench } from './workbench';

/** Opens the page of a model by its id, as a person does who types it. */
export async function showModel(workbench: Workbench, id: string): Promise<void> {
	const { quickInput } = workbench;
	await runUntilAsked(workbench, 'Hugging Face: Show Repo…', 'Model');
	await quickInput.pick('Model');
	await quickInput.fill(id);
	// Before there is an answer, the list may have it too, and a click on that would be lost.
	await eventually(
		() => quickInput.options(),
		options => assert.deepEqual(options, [id]),
	);
	await quickInput.pick(id);
	const page = new RepoPage(workbench.page);
	await page.frame.getByRole('heading', { name: id, exact: true, level: 1 }).waitFor();
}
