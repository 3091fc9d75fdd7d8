import type { Workbench } from './workbench';

/** Waits until a run of a task, by its title, is shown and has ended well. */
export async function expectRun(
	{ results }: Workbench,
	title: string,
	before: string | undefined,
): Promise<void> {
	await results.expectNext(before);
	await results.frame.getByRole('article', { name: new RegExp(`^${title}, `) }).waitFor();
	await results.expectState('finished');
}
