import { conversationOf, rootOf, type Turn } from '../shared/thread';

interface Dated extends Turn {
	/** Epoch milliseconds. */
	readonly startedAt: number;
	readonly isRunning: boolean;
}

/**
 * The first runs of the conversations that are too many: those that were talked in longest ago, until at most
 * `capacity` runs are left. The newest conversation stays, however long it is, and so do those in which a run goes on.
 */
export function surplus(runs: readonly Dated[], capacity: number): readonly string[] {
	if (runs.length <= capacity) {
		return [];
	}
	const byId = new Map(runs.map(run => [run.id, run]));
	const conversations = new Map<string, Dated[]>();
	for (const run of [...runs].sort((a, b) => b.startedAt - a.startedAt)) {
		const conversation = conversationOf(byId, run);
		conversations.set(conversation, [...(conversations.get(conversation) ?? []), run]);
	}
	let kept = 0;
	return [...conversations].flatMap(([, turns], index) => {
		kept += turns.length;
		const stays = kept <= capacity || index === 0 || turns.some(({ isRunning }) => isRunning);
		return stays ? [] : [...new Set(turns.map(turn => rootOf(byId, turn).id))];
	});
}
