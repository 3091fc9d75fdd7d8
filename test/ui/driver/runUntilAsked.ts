import type { Pattern } from './pattern';
import type { Workbench } from './workbench';

const attempts = 3;

/** Runs a command that offers an option, again where the box was closed by a page that took the keyboard late. */
export async function runUntilAsked(
	{ palette, quickInput }: Pick<Workbench, 'palette' | 'quickInput'>,
	title: string,
	option: Pattern,
): Promise<void> {
	for (let attempt = 1; attempt <= attempts; attempt++) {
		await palette.run(title);
		if (await quickInput.stays(option)) {
			return;
		}
	}
	throw new Error(`${title} was run ${attempts} times, and its box does not stay open.`);
}
