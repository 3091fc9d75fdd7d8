import picomatch from 'picomatch';
import type { HubFile } from './hubFiles';

/** Which files are wanted: those that match an include pattern, or all without one, less those that match an exclude pattern. */
export interface FilePatterns {
	readonly include: readonly string[];
	readonly exclude: readonly string[];
}

/** A pattern without a slash is for names in any folder, and one that ends with a slash for all of a folder. */
function matcher(patterns: readonly string[]): ((file: string) => boolean) | undefined {
	const globs = patterns.map(one => (one.endsWith('/') ? `${one}**` : one.includes('/') ? one : `**/${one}`));
	return globs.length === 0 ? undefined : picomatch(globs, { dot: true, nonegate: true, noextglob: true });
}

export function filterFiles(
	files: readonly HubFile[],
	{ include, exclude }: FilePatterns,
): readonly HubFile[] {
	const isIncluded = matcher(include) ?? (() => true);
	const isExcluded = matcher(exclude) ?? (() => false);
	return files.filter(({ path }) => isIncluded(path) && !isExcluded(path));
}

/** Patterns as they are typed: separated by commas or blanks; one with `!` before it excludes. */
export function readPatterns(text: string): FilePatterns {
	const all = text.split(/[\s,]+/).filter(one => one !== '' && one !== '!');
	return {
		include: all.filter(one => !one.startsWith('!')),
		exclude: all.filter(one => one.startsWith('!')).map(one => one.slice(1)),
	};
}
