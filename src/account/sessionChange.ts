import type { TokenRecord } from '../tokens/tokenRecord';

/** A token that VS Code's accounts menu lists, and what changes with each new value of it. */
export interface Listed {
	readonly record: TokenRecord;
	readonly version: string;
}

/** What an event of the authentication provider names. */
export interface SessionChange {
	readonly added: readonly TokenRecord[];
	readonly removed: readonly TokenRecord[];
	readonly changed: readonly TokenRecord[];
}

/**
 * What became of the tokens that VS Code lists. Its accounts menu drops an account with any one of its sessions that is
 * removed, and only then adds those of `added` and `changed`: so an account that has others left is named there.
 */
export function sessionChange(before: readonly Listed[], now: readonly Listed[]): SessionChange | undefined {
	const [old, current] = [byKey(before), byKey(now)];
	const added = now.filter(one => !old.has(keyOf(one)));
	const removed = before.filter(one => !current.has(keyOf(one)));
	const changed = now.filter(one => {
		const other = old.get(keyOf(one));
		return other !== undefined && identityOf(other) !== identityOf(one);
	});
	const named = new Set([...added, ...changed].map(({ record }) => record.user));
	const left = [...new Set(removed.map(({ record }) => record.user))]
		.filter(user => !named.has(user))
		.flatMap(user => now.find(({ record }) => record.user === user) ?? []);
	return added.length + removed.length + changed.length === 0
		? undefined
		: { added: records(added), removed: records(removed), changed: records([...changed, ...left]) };
}

function byKey(listed: readonly Listed[]): ReadonlyMap<string, Listed> {
	return new Map(listed.map(one => [keyOf(one), one]));
}

/** A token of another account is another session. */
function keyOf({ record }: Listed): string {
	return JSON.stringify([record.id, record.user]);
}

/** What makes it another session for whoever has it. */
function identityOf({ record: { role, fineGrained, signIn }, version }: Listed): string {
	return JSON.stringify([role, fineGrained, signIn, version]);
}

function records(listed: readonly Listed[]): readonly TokenRecord[] {
	return listed.map(({ record }) => record);
}
