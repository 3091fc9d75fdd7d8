import type { ProblemOf } from '../../../shared/problem';
import { ProblemError } from '../../../util/problemError';
import { repoFilePath } from './repoFilePath';
import type { UploadOrder } from './runUpload';
import { commitLength } from './sendCommit';

/**
 * What the Hub takes in one commit (huggingface_hub#1117 says so of files kept by hash, and of the bytes of its body), and in one
 * folder of a repo (the Hub's own refusal of a push).
 */
const MOST = { files: 25_000, bytes: 1e9, entries: 10_000 } as const;

/** Refuses, before anything is sent, what the Hub would refuse after everything was. */
export function requireFits(order: UploadOrder): void {
	const refuse = (what: ProblemOf<'commit.tooLarge'>['what'], count: number, folder?: string) => {
		if (count > MOST[what]) {
			const where = folder === undefined ? {} : { folder };
			throw new ProblemError({ code: 'commit.tooLarge', what, count, most: MOST[what], ...where });
		}
	};
	refuse('files', order.files.filter(({ mode }) => mode === 'lfs').length);
	refuse('bytes', commitLength(order));
	for (const [folder, entries] of entriesOf(order.files.map(({ path }) => repoFilePath(order.plan, path)))) {
		refuse('entries', entries.size, folder);
	}
}

/** The names in each folder that files are in or below; `''` is the root. */
function entriesOf(paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
	const all = new Map<string, Set<string>>();
	for (const path of paths) {
		const segments = path.split('/');
		for (let depth = segments.length - 1; depth >= 0; depth--) {
			const folder = segments.slice(0, depth).join('/');
			const known = all.get(folder) ?? new Set<string>();
			all.set(folder, known.add(segments[depth] ?? ''));
		}
	}
	return all;
}
