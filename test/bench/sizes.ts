import { statSync } from 'node:fs';
import path from 'node:path';
import type { BenchTools } from './benchTools';
import type { Row } from './row';
import { sampleOf } from './sample';

/** What people load, and what VS Code reads before anything is used. */
export async function sizes({ vsix, installed }: BenchTools): Promise<readonly Row[]> {
	return [
		row('Size of the entry', path.join(installed, 'dist/extension.js'), 60),
		row('Size of the page’s script', path.join(installed, 'dist/page.js'), 450),
		row('Size of the .vsix', vsix, 1_500),
	];
}

function row(what: string, file: string, budget: number): Row {
	return {
		what,
		unit: 'kB',
		ours: sampleOf([statSync(file).size / 1_000]),
		budget: { of: 'value', most: budget },
	};
}
