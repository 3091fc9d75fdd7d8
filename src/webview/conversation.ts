import { branchesAt, conversationOf, pathTo, type Turn } from '../shared/thread';
import type { RunRecord } from './runRecord';

/** One conversation of the history: its first question, and the turn that something happened in last. */
export interface Conversation {
	readonly first: RunRecord;
	readonly last: RunRecord;
	/** How many of its runs are compared with one another. */
	readonly compared: number;
	/** All its turns, in every branch. */
	readonly ids: ReadonlySet<string>;
}

type Records = ReadonlyMap<string, RunRecord>;

/**
 * The turns that are shown with `selected`: what it is compared with, unless it is the one that is shown alone; else what
 * led to it, and the branch that goes on from it and was begun last.
 */
export function shownTurns(records: Records, selected: RunRecord, aloneId?: string): readonly RunRecord[] {
	const turns = turnsOf(records);
	const compared = selected.view.id === aloneId ? [] : comparedWith(records, selected);
	if (compared.length > 1) {
		return compared;
	}
	const turn = turns.get(selected.view.id);
	const shown = turn ? [...pathTo(turns, turn)] : [];
	for (let next = shown.at(-1); next;) {
		const { id } = next;
		next = newest([...turns.values()].filter(({ parent }) => parent === id));
		if (next) {
			shown.push(next);
		}
	}
	return shown.map(({ record }) => record);
}

/** The runs that `selected` is compared with, itself among them, unless somebody has gone on from it. */
function comparedWith(records: Records, { view }: RunRecord): readonly RunRecord[] {
	const all = [...records.values()];
	const isGoneOnWith = all.some(other => other.view.parent === view.id);
	return view.group === undefined || isGoneOnWith
		? []
		: all
				.filter(other => other.view.group === view.group)
				.sort((a, b) => a.view.startedAt - b.view.startedAt);
}

/** Another run of the comparison that the first turn of a conversation comes from; nothing where it comes from none. */
export function comparedElsewhere(records: Records, first: RunRecord): RunRecord | undefined {
	const { id, group } = first.view;
	return group === undefined
		? undefined
		: [...records.values()].find(({ view }) => view.group === group && view.id !== id);
}

/** The turns that stand in the same place as `record`, in the order in which they were begun. */
export function branchesOf(records: Records, { view }: RunRecord): readonly RunRecord[] {
	const turns = turnsOf(records);
	const turn = turns.get(view.id);
	return turn
		? [...branchesAt(turns, turn)].sort((a, b) => a.startedAt - b.startedAt).map(({ record }) => record)
		: [];
}

/** The conversations, the one that was talked in last first. A run that nothing goes on from is one, too. */
export function conversations(records: Records): readonly Conversation[] {
	const turns = turnsOf(records);
	const found = new Map<string, RecordTurn[]>();
	for (const turn of turns.values()) {
		const key = conversationOf(turns, turn);
		found.set(key, [...(found.get(key) ?? []), turn]);
	}
	return [...found.values()]
		.map(all => {
			const sorted = [...all].sort((a, b) => a.startedAt - b.startedAt);
			const [first = undefined] = sorted;
			const last = sorted.at(-1);
			return first && last
				? {
						first: first.record,
						last: last.record,
						compared: all.filter(({ group }) => group !== undefined).length,
						ids: new Set(all.map(({ id }) => id)),
					}
				: undefined;
		})
		.filter(one => one !== undefined)
		.sort((a, b) => b.last.view.startedAt - a.last.view.startedAt);
}

interface RecordTurn extends Turn {
	readonly startedAt: number;
	readonly record: RunRecord;
}

function turnsOf(records: Records): ReadonlyMap<string, RecordTurn> {
	return new Map(
		[...records].map(([id, record]) => {
			const { parent, twin, group, startedAt } = record.view;
			return [id, { id, parent, twin, group, startedAt, record }];
		}),
	);
}

function newest(turns: readonly RecordTurn[]): RecordTurn | undefined {
	return [...turns].sort((a, b) => b.startedAt - a.startedAt)[0];
}
