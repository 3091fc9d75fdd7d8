import type { Problem } from '../../shared/problem';
import type { TokenOrigin } from '../../tokens/resolution';
import type { TokenRecord } from '../../tokens/tokenRecord';
import { abilityWords, originWords, tokenName } from '../../ui/tokenWords';
import { problemOf } from '../../util/problemOf';
import type { CheckContext } from '../check';
import type { TokenFinding } from '../findings/tokenFinding';
import { ageFindings } from './ageFindings';

/** Milliseconds for which what the Hub has said about a good token counts. */
const GOOD_FOR = 60 * 60 * 1000;

/** Every token of the vault, of the environment and of the command line. One that fails does not keep the others. */
export async function checkTokens(
	context: CheckContext,
	signal: AbortSignal,
): Promise<readonly TokenFinding[]> {
	const { tokens } = context;
	const found: TokenFinding[] = [];
	for (const record of tokens.records) {
		found.push(...(await checkRecord(context, record, signal)));
	}
	const { origin, passedOver } = await tokens.resolve();
	for (const other of [...(origin ? [origin] : []), ...passedOver]) {
		if (other.kind !== 'vault') {
			found.push(...(await checkOutside(context, other, signal)));
		}
	}
	return found.length > 0 ? found : [{ kind: 'tokens.none' }];
}

async function checkRecord(
	context: CheckContext,
	record: TokenRecord,
	signal: AbortSignal,
): Promise<readonly TokenFinding[]> {
	const { tokens, now, settings } = context;
	const of = { name: tokenName(record), tokenId: record.id };
	const isFresh = record.state === 'valid' && now() - record.checkedAt < GOOD_FOR && record.user !== '';
	if (!isFresh) {
		const outcome = await ask(signal, () => context.checkRecord(record, signal));
		if (outcome) {
			const checkedAt = record.state === 'valid' && record.checkedAt > 0 ? record.checkedAt : undefined;
			return [{ ...of, kind: 'tokens.unchecked', ...outcome, ...(checkedAt !== undefined && { checkedAt }) }];
		}
	}
	const checked = tokens.records.find(({ id }) => id === record.id) ?? record;
	const unreadable = await readingProblem(context, record);
	if (unreadable) {
		return [{ ...of, kind: 'tokens.unreadable', problem: unreadable }];
	}
	switch (checked.state) {
		case 'invalid':
			return [{ ...of, kind: 'tokens.refused' }];
		case 'expired':
			return [{ ...of, kind: 'tokens.expired' }];
		case 'valid': {
			const { role, checkedAt } = checked;
			return [
				{ ...of, kind: 'tokens.works', role, abilities: abilityWords(checked), checkedAt },
				...ageFindings({ ...checked, ...of }, now(), settings.remindAfterDays),
			];
		}
	}
}

/** A value that the keyring does not give, or gives as something else, is a finding of its own. */
async function readingProblem({ tokens }: CheckContext, { id }: TokenRecord) {
	try {
		await tokens.credentialOf(id);
		return undefined;
	} catch (error) {
		return problemOf(error);
	}
}

type OutsideOrigin = Exclude<TokenOrigin, { readonly kind: 'vault' }>;

async function checkOutside(
	{ tokens, hub, now, settings }: CheckContext,
	origin: OutsideOrigin,
	signal: AbortSignal,
): Promise<readonly TokenFinding[]> {
	const of = { name: originWords(origin), place: placeOf(origin) };
	const answer = await ask(signal, async () => {
		const credential = await tokens.credentialAt(origin, signal);
		return credential && hub.whoAmI(credential, signal);
	});
	if (answer === undefined) {
		return [];
	}
	if ('problem' in answer) {
		return refusal(of, origin, answer.problem);
	}
	const { role } = answer;
	// A sign-in of the command line is renewed by the command line, however soon it ends.
	const isRenewed = origin.kind !== 'environment' && origin.isOAuth;
	return [
		{ ...of, kind: 'tokens.works', role, abilities: abilityWords(answer), checkedAt: now() },
		...(isRenewed ? [] : ageFindings({ ...answer, ...of }, now(), settings.remindAfterDays)),
	];
}

function placeOf({ kind }: OutsideOrigin): 'environment' | 'cli' {
	return kind === 'environment' ? 'environment' : 'cli';
}

function refusal(
	of: { readonly name: string; readonly place: 'environment' | 'cli' },
	origin: OutsideOrigin,
	problem: Problem,
): readonly TokenFinding[] {
	const { code } = problem;
	if (origin.kind === 'stored' && code === 'token.expired' && problem.renewedBy === 'cli') {
		// It is renewed as soon as the command line uses it.
		return [];
	}
	if (code === 'token.invalid' || code === 'token.expired') {
		return origin.kind === 'stored'
			? [{ name: of.name, kind: 'tokens.storedRefused', section: origin.name }]
			: [{ ...of, kind: code === 'token.invalid' ? 'tokens.refused' : 'tokens.expired' }];
	}
	// What is no token is told where tokens come from.
	return code === 'token.format' ? [] : [{ ...of, kind: 'tokens.unchecked', problem }];
}

/** What work comes to, or its problem; being cancelled is neither. */
async function ask<T>(signal: AbortSignal, work: () => Promise<T>) {
	try {
		return await work();
	} catch (error) {
		const problem = problemOf(error);
		if (signal.aborted || problem.code === 'cancelled') {
			throw error;
		}
		return { problem };
	}
}
