/**
 * Where a user stands with a repo's contents. `open`: it has no gate. `granted`: it has one, and lets this user in.
 * `reset`: a request that its authors want made again. `scope`: the token in use does not reach into gated repos, whatever
 * its user has been granted. `notFound` also stands for a private repo that the token may not see.
 */
export const ACCESS_STATES = [
	'open',
	'granted',
	'signIn',
	'request',
	'pending',
	'rejected',
	'reset',
	'scope',
	'notFound',
	'disabled',
] as const;

export type AccessState = (typeof ACCESS_STATES)[number];
