import type { Permission } from '../shared/permission';
import { isOwnPlace } from './isOwnPlace';
import { permits, seesPrivate } from './permits';
import { privilegeOf } from './privilegeOf';
import type { Resolution, TokenOrigin, TokenReason } from './resolution';
import { sameOrigin } from './sameOrigin';
import type { TokenRecord } from './tokenRecord';

/** What an operation asks for. */
export interface Need {
	readonly permission: Permission;
	/** On whose behalf, or on what: a user, an organisation, or a repo's id; nothing for the account itself. */
	readonly on?: string | undefined;
}

/**
 * Which token an operation takes, where `resolution` says which one is used here. The default token stands for its account:
 * of that account's tokens, the one is taken that may do the least and has the permission, and for reading, the one that
 * sees the most; one that the Hub has refused comes last. What was chosen for this workspace, and what comes from the
 * environment or the command line, is taken as it is: a choice is never passed over, nor an account changed, without the
 * user's saying so. Where none has the permission, the answer is `resolution` itself.
 */
export function tokenForNeed(
	resolution: Resolution,
	records: readonly TokenRecord[],
	need: Need,
): Resolution {
	const { origin, reason } = resolution;
	const used =
		origin?.kind === 'vault' && reason === 'default' ? records.find(({ id }) => id === origin.id) : undefined;
	if (used === undefined) {
		return resolution;
	}
	const [best] = records
		.filter(record => record === used || isStandIn(record, used))
		.filter(record => permits(record, need.permission, need.on) !== false)
		.map(record => ({
			record,
			order: [
				Number(record.state === 'valid'),
				Number(permits(record, need.permission, need.on) ?? false),
				reach(record, need),
				-privilegeOf(record),
				Number(record === used),
				-record.addedAt,
			],
		}))
		.sort((one, other) => compare(other.order, one.order));
	if (best === undefined || best.record === used) {
		return resolution;
	}
	return instead(resolution, best.record, used.state === 'valid' ? 'leastPrivilege' : 'standIn');
}

/** A token that may serve in the place of another: of the same account, which is another one on another Hub, and not refused at its last check. */
function isStandIn({ user, hub, state }: TokenRecord, used: TokenRecord): boolean {
	const isOfItsHub = hub === undefined || used.hub === undefined || hub === used.hub;
	return user !== '' && user === used.user && isOfItsHub && state === 'valid';
}

/** How much of what the account can reach a token sees. Only reading differs: the rest is either permitted or not. */
function reach(record: TokenRecord, { permission, on }: Need): number {
	if (permission !== 'hub.read') {
		return 0;
	}
	const places = on === undefined ? [record.user, ...record.organisations.map(({ name }) => name)] : [on];
	const gated = permits(record, 'hub.gated') === false ? 0 : 1;
	// A private repo of one's own is not there for who does not see it; of all others, only gates matter.
	const seen = places.filter(place => isOwnPlace(record, place) && seesPrivate(record, place));
	return gated + (on === undefined ? 1 : 2) * seen.length;
}

function compare(one: readonly number[], other: readonly number[]): number {
	const index = one.findIndex((value, at) => value !== other[at]);
	return index < 0 ? 0 : (one[index] ?? 0) - (other[index] ?? 0);
}

function instead(
	{ origin: used, passedOver }: Resolution,
	{ id, name, user }: TokenRecord,
	reason: TokenReason,
): Resolution {
	const origin: TokenOrigin = { kind: 'vault', id, name, user };
	return {
		origin,
		reason,
		passedOver: [...(used ? [used] : []), ...passedOver.filter(one => !sameOrigin(one, origin))],
	};
}
