import ignore from 'ignore';

/** What names each thing in a folder, and not the folder: `dist/*`, `dist/**`. */
const EACH = /(?:\/\*+)+ *$/;

/**
 * What a file of rules says of the things in a folder that was chosen: all but the lines that leave out the very folder, or one
 * that it is in. `folder` is from where the file is, with `/` at its end. A line for each thing in it is one for the folder,
 * unless the file has exceptions: some of what is in it is meant, then.
 */
export function rulesInside(text: string, folder: string): string {
	const lines = text.split(/\r?\n/);
	const isLeftOut = ignore().add(text).ignores(folder);
	const hasExceptions = lines.some(line => line.startsWith('!'));
	const inside = lines.filter(
		line =>
			!(isLeftOut && leavesOut(line, folder)) && (hasExceptions || !leavesOut(lineForFolder(line), folder)),
	);
	return inside.length === lines.length ? text : inside.join('\n');
}

/** Whether a line leaves out a folder by itself. */
function leavesOut(line: string, folder: string): boolean {
	return ignore().add(line).ignores(folder);
}

/** The line for a folder in the place of one for each thing in it; no line where it is none. */
function lineForFolder(line: string): string {
	const end = line.search(EACH);
	return end > 0 ? `/${line.slice(0, end).replace(/^\//, '')}/` : '';
}
