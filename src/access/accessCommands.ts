import type { CommandHandler, CommandId } from '../commandId';
import { guarded } from '../ui/guarded';
import type { AccessDeps } from './accessDeps';
import { checkAccess } from './checkAccess';
import { reviewRequests } from './reviewRequests';
import { stopWatching } from './stopWatching';
import { watchAccess } from './watchAccess';

export type AccessCommandId = Extract<
	CommandId,
	`hfWorkbench.${'check' | 'watch' | 'stopWatching'}Access` | 'hfWorkbench.reviewAccessRequests'
>;

/** What the commands about gated repos do. They take a row of a view or a repo; without either, they ask. */
export function accessCommands(deps: AccessDeps): Readonly<Record<AccessCommandId, CommandHandler>> {
	return guarded<AccessCommandId>(deps.log, {
		'hfWorkbench.checkAccess': row => checkAccess(deps, row),
		'hfWorkbench.watchAccess': row => watchAccess(deps, row),
		'hfWorkbench.stopWatchingAccess': row => stopWatching(deps, row),
		'hfWorkbench.reviewAccessRequests': row => reviewRequests(deps, row),
	});
}
