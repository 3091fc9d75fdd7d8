import type { Hub } from '../hub/hub';
import type { Credential } from '../net/credential';
import type { Problem } from '../shared/problem';
import type { TokenRecord } from '../tokens/tokenRecord';
import { problemOf } from '../util/problemOf';
import type { AccountDeps } from './accountDeps';
import { askWhose } from './askWhose';
import type { CheckOutcome } from './checkOutcome';
import { tokenFacts } from './tokenFacts';

/** How often a token is asked about whose value is replaced while the Hub answers. */
const ATTEMPTS = 2;

/** What came of reading a token's value. `over`: it is a sign-in's, and cannot be renewed any more. */
type Reading =
	| { readonly kind: 'read'; readonly credential: Credential }
	| { readonly kind: 'unreadable'; readonly problem?: Problem }
	| { readonly kind: 'over' };

/**
 * Asks the Hub about a token of the vault, and keeps what it says. Throws where the Hub could not be asked. An answer about
 * a value that was replaced meanwhile says nothing about the new one, which is asked about in its turn.
 */
export async function checkRecord(
	deps: Pick<AccountDeps, 'tokens'> & { readonly hub: Pick<Hub, 'whoAmI'> },
	record: TokenRecord,
	signal: AbortSignal,
	attempts = ATTEMPTS,
): Promise<CheckOutcome> {
	const { tokens } = deps;
	const { id, name } = record;
	const of = { name: `“${name}”`, tokenId: id };
	const reading: Reading =
		attempts > 0
			? await readable(tokens.credentialAt({ kind: 'vault', id }, signal))
			: { kind: 'unreadable' };
	if (reading.kind === 'unreadable') {
		return { ...of, state: 'unreadable', ...(reading.problem && { problem: reading.problem }) };
	}
	const answer = reading.kind === 'over' ? 'expired' : await askWhose(deps, reading.credential, signal);
	if (reading.kind === 'read' && typeof answer === 'string') {
		// A sign-in may have been renewed by that: it is asked about again.
		await tokens.refused(reading.credential, answer);
	}
	if (reading.kind === 'read' && !(await tokens.holder(reading.credential.value, id))) {
		return checkRecord(deps, record, signal, attempts - 1);
	}
	if (typeof answer === 'string') {
		await tokens.update(id, { state: answer, checkedAt: Date.now() });
		return { ...of, state: answer };
	}
	// One whose facts got lost has no name of its own.
	const facts = tokenFacts(answer, record.user === '' ? answer.tokenName : name);
	await tokens.update(id, { ...facts, state: 'valid', checkedAt: Date.now() });
	return { ...of, name: `“${facts.name}”`, state: 'valid', user: facts.user };
}

/** A value that the keyring does not give, or that is no token any more, is an outcome of the check; so is a sign-in that is over. */
async function readable(value: Promise<Credential | undefined>): Promise<Reading> {
	try {
		const credential = await value;
		return credential ? { kind: 'read', credential } : { kind: 'unreadable' };
	} catch (error) {
		const problem = problemOf(error);
		if (problem.code === 'token.keyring' || problem.code === 'token.format') {
			return { kind: 'unreadable', problem };
		}
		if (problem.code === 'signIn.ended') {
			return { kind: 'over' };
		}
		throw error;
	}
}
