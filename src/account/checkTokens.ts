import * as vscode from 'vscode';
import type { Credential } from '../net/credential';
import type { TokenRecord } from '../tokens/tokenRecord';
import { announce } from '../ui/announce';
import { originWords } from '../ui/tokenWords';
import { withSignal } from '../ui/withSignal';
import { problemOf } from '../util/problemOf';
import type { AccountDeps } from './accountDeps';
import { checkSummary, type CheckOutcome } from './checkOutcome';
import { createToken } from './createToken';
import { pickToken } from './pickToken';
import { tokenFacts } from './tokenFacts';

/**
 * Asks the Hub about every token, or about `only` one, and keeps what it says. A problem of the way to the Hub says nothing
 * about a token: it ends the check and is thrown.
 */
export async function checkTokens(deps: AccountDeps, only?: TokenRecord): Promise<void> {
	const { tokens } = deps;
	const outcomes = await vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Notification, title: 'Checking tokens', cancellable: true },
		(progress, cancellation) =>
			withSignal(cancellation, async signal => {
				const found: CheckOutcome[] = [];
				for (const record of only ? [only] : tokens.records) {
					progress.report({ message: record.name });
					found.push(await checkRecord(deps, record, signal));
				}
				const outside = only ? undefined : await checkOutside(deps, signal);
				return outside ? [...found, outside] : found;
			}),
	);
	if (outcomes.length === 0) {
		await pickToken(undefined, [], 'Check Tokens');
		return;
	}
	const broken = outcomes.find(({ state, tokenId }) => state !== 'valid' && tokenId !== undefined);
	announce(
		deps.log,
		outcomes.every(({ state }) => state === 'valid') ? 'information' : 'warning',
		checkSummary(outcomes),
		...(broken
			? [
					{ label: `Replace ${broken.name}…`, act: () => replace(broken) },
					{ label: 'Create Token on the Hub', act: () => createToken(deps) },
				]
			: []),
	);
}

async function replace({ tokenId }: CheckOutcome): Promise<void> {
	await vscode.commands.executeCommand('hfWorkbench.replaceToken', { tokenId });
}

async function checkRecord(
	deps: AccountDeps,
	{ id, name }: TokenRecord,
	signal: AbortSignal,
): Promise<CheckOutcome> {
	const of = { name: `“${name}”`, tokenId: id };
	const credential = await readable(deps.tokens.credentialOf(id));
	if (credential === undefined) {
		return { ...of, state: 'unreadable' };
	}
	const answer = await ask(deps, credential, signal);
	if (typeof answer === 'string') {
		await deps.tokens.update(id, { state: answer, checkedAt: Date.now() });
		return { ...of, state: answer };
	}
	const facts = tokenFacts(answer, name);
	await deps.tokens.update(id, { ...facts, state: 'valid', checkedAt: Date.now() });
	return { ...of, state: 'valid', user: facts.user };
}

/** The token in use, where it comes from the environment or the command line. */
async function checkOutside(deps: AccountDeps, signal: AbortSignal): Promise<CheckOutcome | undefined> {
	const { origin } = await deps.tokens.resolve();
	if (origin === undefined || origin.kind === 'vault') {
		return undefined;
	}
	const credential = await deps.tokens.credential('hub.read', signal);
	if (credential === undefined) {
		return undefined;
	}
	const answer = await ask(deps, credential, signal);
	const name = originWords(origin);
	return typeof answer === 'string' ? { name, state: answer } : { name, state: 'valid', user: answer.user };
}

/** A value that the keyring does not give, or that is no token any more, is an outcome of the check. */
async function readable(reading: Promise<Credential | undefined>): Promise<Credential | undefined> {
	try {
		return await reading;
	} catch (error) {
		const { code } = problemOf(error);
		if (code === 'token.keyring' || code === 'token.format') {
			return undefined;
		}
		throw error;
	}
}

async function ask({ hub }: AccountDeps, { value }: Credential, signal: AbortSignal) {
	try {
		return await hub.whoAmI(value, signal);
	} catch (error) {
		const { code } = problemOf(error);
		if (code === 'token.invalid') {
			return 'invalid';
		}
		if (code === 'token.expired') {
			return 'expired';
		}
		throw error;
	}
}
