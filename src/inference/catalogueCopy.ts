import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isRecord } from '../util/isRecord';

/** The router's list of models as it was when it was asked last, for when it cannot be asked. */
export interface CatalogueCopy {
	/** Nothing if there is none of this router. */
	read(router: string): Promise<{ readonly body: unknown; readonly at: number } | undefined>;
	/** Never fails: a copy is a help. `at` is epoch milliseconds. */
	write(router: string, body: unknown, at: number): Promise<void>;
}

/** A copy in one file, which windows may write at the same time: each puts a whole one in its place. */
export function catalogueCopy(file: string): CatalogueCopy {
	return {
		async read(router) {
			try {
				const value: unknown = JSON.parse(await readFile(file, 'utf8'));
				return isRecord(value) && value.router === router && typeof value.at === 'number'
					? { body: value.body, at: value.at }
					: undefined;
			} catch {
				return undefined;
			}
		},
		async write(router, body, at) {
			const own = `${file}.${process.pid}`;
			try {
				await mkdir(dirname(file), { recursive: true });
				await writeFile(own, JSON.stringify({ router, at, body }));
				await rename(own, file);
			} catch {
				// Without a copy, there is none when the router cannot be asked.
			}
		},
	};
}
