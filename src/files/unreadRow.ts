import type { Problem } from '../shared/problem';
import { withoutIcons } from '../ui/withoutIcons';
import { wordProblemWithoutRun } from '../ui/wordProblemWithoutRun';

/** Files that are named. */
const MOST_NAMED = 3;

/** The row that says which files of a repo a search could not look through, and why; nothing where it could do so in all. */
export function unreadRow(
	unread: ReadonlyMap<string, Problem>,
): { readonly label: string; readonly description: string; readonly detail: string } | undefined {
	const [[, first] = []] = unread;
	if (!first) {
		return undefined;
	}
	const named = [...unread.keys()].slice(0, MOST_NAMED);
	const others = unread.size - named.length;
	return {
		label: unread.size === 1 ? 'One file could not be read' : `${unread.size} files could not be read`,
		description: 'Choose this to try again',
		detail: withoutIcons(
			`${named.join(', ')}${others > 0 ? ` and ${others} more` : ''}: ${wordProblemWithoutRun(first).title}`,
		),
	};
}
