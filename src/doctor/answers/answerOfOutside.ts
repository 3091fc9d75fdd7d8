import type { Credential } from '../../net/credential';
import type { Problem } from '../../shared/problem';
import { ProblemError } from '../../util/problemError';
import { problemOf } from '../../util/problemOf';
import type { DoctorDeps } from '../doctorDeps';
import type { ToldFacts, TokenAnswer } from './tokenAnswer';

type Asking = Pick<DoctorDeps, 'hub'>;

/**
 * Asks the Hub about a token that is not the vault's. Unless it is to be asked anew, what it said within the hour counts.
 * Throws only where that was stopped.
 */
export async function answerOfOutside(
	{ hub }: Asking,
	read: () => Promise<Credential | undefined>,
	fresh: 'fresh' | undefined,
	signal: AbortSignal,
): Promise<TokenAnswer> {
	let credential: Credential | undefined;
	try {
		credential = await read();
		return credential ? works(await hub.whoAmI(credential, signal, fresh)) : { state: 'gone' };
	} catch (error) {
		const problem = problemOf(error);
		if (signal.aborted || problem.code === 'cancelled') {
			throw error;
		}
		const known =
			credential && problem.code === 'rateLimited' ? await knownOf(hub, credential, signal) : undefined;
		return known ? { state: 'unchecked', problem, known } : failure(problem);
	}
}

function works({ toldAt, ...facts }: Awaited<ReturnType<Asking['hub']['whoAmI']>>): TokenAnswer & ToldFacts {
	return { state: 'works', facts, checkedAt: toldAt };
}

/** While the Hub wants not to be asked, what it has said is given and nothing is sent. */
async function knownOf(
	hub: Asking['hub'],
	credential: Credential,
	signal: AbortSignal,
): Promise<ToldFacts | undefined> {
	try {
		const { facts, checkedAt } = works(await hub.whoAmI(credential, signal));
		return { facts, checkedAt };
	} catch (error) {
		if (error instanceof ProblemError && error.problem.code !== 'cancelled') {
			return undefined;
		}
		throw error;
	}
}

function failure(problem: Problem): TokenAnswer {
	if (problem.code === 'token.invalid') {
		return { state: 'refused' };
	}
	if (problem.code === 'token.expired') {
		return { state: 'expired', ...(problem.renewedBy === 'cli' && { isRenewedByCli: true }) };
	}
	return { state: problem.code === 'token.format' ? 'unreadable' : 'unchecked', problem };
}
