import type { CommandId } from '../commandId';
import type { Remedy } from '../ui/remedy';

/** Remedies for a failed run, and the log: neither helps a list that did not load. */
const NOT_FOR_ROWS: ReadonlySet<CommandId> = new Set<CommandId>([
	'hfWorkbench.runAgain',
	'hfWorkbench.runWith',
	'hfWorkbench.showLog',
]);

/** The remedy that helps a list; where there is none, loading it again does. */
export function rowRemedy(remedies: readonly Remedy[]): Remedy | undefined {
	return remedies.find(remedy => 'url' in remedy || !NOT_FOR_ROWS.has(remedy.command));
}
