import * as vscode from 'vscode';
import type { TokenRecord } from '../tokens/tokenRecord';
import { announce } from '../ui/announce';
import { originWords } from '../ui/tokenWords';
import { withSignal } from '../ui/withSignal';
import { problemOf } from '../util/problemOf';
import type { AccountDeps } from './accountDeps';
import { askWhose } from './askWhose';
import { checkRecord } from './checkRecord';
import { checkSummary, type CheckOutcome } from './checkOutcome';
import { createToken } from './createToken';
import { pickToken } from './pickToken';

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
					const outcome = await checkRecord(deps, record, signal);
					// Nobody wants to hear of one that was removed meanwhile.
					if (tokens.records.some(({ id }) => id === record.id)) {
						found.push(outcome);
					}
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
					{ label: 'Create Token on the Hub…', act: () => createToken(deps, undefined) },
				]
			: []),
	);
}

async function replace({ tokenId }: CheckOutcome): Promise<void> {
	await vscode.commands.executeCommand('hfWorkbench.replaceToken', { tokenId });
}

/** The token in use, where it comes from the environment or the command line. */
async function checkOutside(deps: AccountDeps, signal: AbortSignal): Promise<CheckOutcome | undefined> {
	const { origin } = await deps.tokens.resolve();
	if (origin === undefined || origin.kind === 'vault') {
		return undefined;
	}
	const name = originWords(origin);
	try {
		const credential = await deps.tokens.credential('hub.read', signal);
		if (credential === undefined) {
			return undefined;
		}
		const answer = await askWhose(deps, credential, signal);
		return typeof answer === 'string' ? { name, state: answer } : { name, state: 'valid', user: answer.user };
	} catch (error) {
		const { code } = problemOf(error);
		if (code === 'token.expired') {
			return { name, state: 'expired' };
		}
		if (code === 'token.format') {
			return { name, state: 'malformed' };
		}
		throw error;
	}
}
