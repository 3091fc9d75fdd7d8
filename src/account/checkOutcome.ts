import type { Problem } from '../shared/problem';
import type { TokenRecord } from '../tokens/tokenRecord';
import { capital } from '../util/capital';

/** What the check of one token said. `unreadable`: the keyring does not give its value; `malformed`: it is no access token. */
export interface CheckOutcome {
	/** As part of a sentence: `“vscode”`, or the place where a token of the environment comes from. */
	readonly name: string;
	readonly state: TokenRecord['state'] | 'unreadable' | 'malformed';
	/** Absent for a token that the vault does not hold. */
	readonly tokenId?: string;
	/** Why its value cannot be read, where that is the outcome. */
	readonly problem?: Problem;
	/** Whose it is, where the check said so. */
	readonly user?: string;
}

const BROKEN: Readonly<Record<Exclude<CheckOutcome['state'], 'valid'>, string>> = {
	invalid: 'is unknown to the Hub: it was deleted or revoked',
	expired: 'has expired',
	malformed: 'is not an access token: those start with “hf_”',
	unreadable: 'cannot be read from the keyring: unlock it, or replace the token',
};

/** What all the checks said, in one or a few sentences. */
export function checkSummary(outcomes: readonly CheckOutcome[]): string {
	const broken = outcomes.flatMap(({ name, state }) =>
		state === 'valid' ? [] : [`${capital(name)} ${BROKEN[state]}.`],
	);
	const working = outcomes.filter(({ state }) => state === 'valid');
	return [...broken, workingSentence(working, broken.length > 0)].filter(part => part !== '').join(' ');
}

function workingSentence(working: readonly CheckOutcome[], afterBroken: boolean): string {
	const [only] = working;
	if (only === undefined) {
		return '';
	}
	if (working.length === 1) {
		return `${capital(only.name)} works${only.user === undefined ? '' : ` for ${only.user}`}.`;
	}
	return afterBroken ? `The other ${working.length} work.` : `All ${working.length} tokens work.`;
}
