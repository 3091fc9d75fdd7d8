import type { CommandHandler } from '../commandId';
import { problemOf } from '../util/problemOf';
import type { Log } from './log';
import { showProblem } from './showProblem';

/** The same handlers, with whatever they throw shown as a problem; what nobody foresaw goes into the log as well. */
export function guarded<Id extends string>(
	log: Log,
	handlers: Readonly<Record<Id, CommandHandler>>,
): Readonly<Record<Id, CommandHandler>> {
	const entries = Object.entries<CommandHandler>(handlers).map(([id, handle]) => [
		id,
		async (...args: unknown[]) => {
			try {
				return await handle(...args);
			} catch (error) {
				const problem = problemOf(error);
				if (problem.code === 'unexpected') {
					log.error(`${id}: ${problem.detail}`);
				}
				// The command has failed by now, however long the message stays.
				void showProblem(problem).then(undefined, (reason: unknown) => log.error(String(reason)));
				return undefined;
			}
		},
	]);
	return Object.fromEntries(entries) as Record<Id, CommandHandler>;
}
