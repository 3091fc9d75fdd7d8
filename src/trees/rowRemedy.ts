import type { Remedy } from '../ui/remedy';

/** The remedy that helps a list; where there is none but the log, loading it again does. */
export function rowRemedy(remedies: readonly Remedy[]): Remedy | undefined {
	return remedies.find(remedy => 'url' in remedy || remedy.command !== 'hfWorkbench.showLog');
}
