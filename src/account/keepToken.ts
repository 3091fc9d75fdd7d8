import * as vscode from 'vscode';
import type { TokenRecord } from '../tokens/tokenRecord';
import type { NewToken, Tokens } from '../tokens/tokens';
import { wordProblem } from '../ui/wordProblem';
import { problemOf } from '../util/problemOf';

/** Where a new token is to be kept. */
export type Keeping = 'keyring' | 'session';

/**
 * Keeps a token where it is meant to be. Where the keyring does not work, what the user has pasted is not lost: it can be
 * kept for this window only, if the user says so. Nothing if they do not.
 */
export async function keepToken(
	tokens: Pick<Tokens, 'add' | 'addForSession'>,
	facts: NewToken,
	value: string,
	keeping: Keeping,
): Promise<TokenRecord | undefined> {
	if (keeping === 'session') {
		return tokens.addForSession(facts, value);
	}
	try {
		return await tokens.add(facts, value);
	} catch (error) {
		const problem = problemOf(error);
		if (problem.code !== 'token.keyring') {
			throw error;
		}
		const { title, explanation } = wordProblem(problem);
		const keep = 'Keep for This Window Only';
		const pressed = await vscode.window.showWarningMessage(
			title,
			{
				modal: true,
				detail: `${explanation}\n\nUntil then, what you have pasted can be kept in this window’s memory. It is not written anywhere, and is gone when the window closes or reloads.`,
			},
			keep,
		);
		return pressed === keep ? tokens.addForSession(facts, value) : undefined;
	}
}
