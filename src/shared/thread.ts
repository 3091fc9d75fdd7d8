/** One turn of a conversation: a run, and the one that it goes on from. */
export interface Turn {
	readonly id: string;
	readonly parent?: string | undefined;
	/** The first turn of the conversation that this one begins anew: both are branches of one conversation. */
	readonly twin?: string | undefined;
	/** The same for all runs that are compared with one another. */
	readonly group?: string | undefined;
}

/** The turns from the first one to `turn` itself. A parent that is not there any more begins the conversation anew. */
export function pathTo<T extends Turn>(turns: ReadonlyMap<string, T>, turn: T): readonly T[] {
	const path = [turn];
	const seen = new Set([turn.id]);
	for (let parent = parentOf(turns, turn); parent && !seen.has(parent.id); parent = parentOf(turns, parent)) {
		seen.add(parent.id);
		path.unshift(parent);
	}
	return path;
}

/** The first turn of the conversation that `turn` is in. */
export function rootOf<T extends Turn>(turns: ReadonlyMap<string, T>, turn: T): T {
	return pathTo(turns, turn)[0] ?? turn;
}

/** The id by which all branches of the conversation that `turn` is in are known. */
export function conversationOf<T extends Turn>(turns: ReadonlyMap<string, T>, turn: T): string {
	const root = rootOf(turns, turn);
	return root.group ?? root.twin ?? root.id;
}

/** All turns that are one entry of the history: a conversation in all its branches, or what is compared and what came after it. */
export function togetherWith<T extends Turn>(turns: ReadonlyMap<string, T>, turn: T): readonly T[] {
	const conversation = conversationOf(turns, turn);
	return [...turns.values()].filter(other => conversationOf(turns, other) === conversation);
}

/** The turns that stand in the same place, each with its own branch after it; `turn` is one of them. */
export function branchesAt<T extends Turn>(turns: ReadonlyMap<string, T>, turn: T): readonly T[] {
	const parent = parentOf(turns, turn);
	return [...turns.values()].filter(other =>
		parent
			? other.parent === parent.id
			: !parentOf(turns, other) && (other.twin ?? other.id) === (turn.twin ?? turn.id),
	);
}

/** All that comes after a turn, in every branch. */
export function descendantsOf<T extends Turn>(turns: ReadonlyMap<string, T>, id: string): readonly T[] {
	return [...turns.values()].filter(turn => turn.id !== id && pathTo(turns, turn).some(one => one.id === id));
}

function parentOf<T extends Turn>(turns: ReadonlyMap<string, T>, { parent }: T): T | undefined {
	return parent === undefined ? undefined : turns.get(parent);
}
