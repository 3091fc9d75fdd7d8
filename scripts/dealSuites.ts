import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../test/host/projectRoot';

/** The test files below a folder of the project, dealt into at most so many parts that are about as long. */
export function dealSuites(folder: string, parts: number): ReadonlyArray<readonly string[]> {
	const files = readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
		.filter(file => file.endsWith('.test.ts'))
		.map(file => path.join(folder, file))
		.map(file => ({ file, size: statSync(path.join(projectRoot, file)).size }))
		.sort((one, other) => other.size - one.size);
	const dealt = Array.from({ length: parts }, () => ({ files: [] as string[], size: 0 }));
	for (const { file, size } of files) {
		const lightest = dealt.reduce((least, part) => (part.size < least.size ? part : least));
		lightest.files.push(file);
		lightest.size += size;
	}
	return dealt.map(part => part.files.sort()).filter(part => part.length > 0);
}
