import * as vscode from 'vscode';
import type { TokenRecord } from '../tokens/tokenRecord';
import type { NewToken, Tokens, TokenSecret } from '../tokens/tokens';
import { wordProblem } from '../ui/wordProblem';
import { problemOf } from '../util/problemOf';

/** What the user has brought, and where it is to go. */
export interface Brought {
	/** For keeping it in this window's memory, where it cannot be stored. */
	readonly facts: NewToken;
	readonly value: TokenSecret;
	/** What it is, in the middle of a sentence; default: what was pasted. */
	readonly words?: string;
	readonly store: () => Promise<TokenRecord>;
	/** Another token is the one in use here, and is to stay so. */
	readonly unused?: 'unused' | undefined;
	/** A sentence about what is as it was when it cannot be stored. */
	readonly unchanged?: string;
}

/**
 * Stores a token. Where the keyring does not work, what the user has brought is not lost: that is tried again for as long as
 * they want, and the token can be kept for this window only, if they say so. Nothing if they do not.
 */
export async function keepToken(
	tokens: Pick<Tokens, 'addForSession'>,
	{ facts, value, words = 'what you have pasted', store, unused, unchanged }: Brought,
): Promise<TokenRecord | undefined> {
	for (;;) {
		try {
			return await store();
		} catch (error) {
			const problem = problemOf(error);
			if (problem.code !== 'token.keyring') {
				throw error;
			}
			const { title, explanation } = wordProblem(problem);
			const again = 'Try Again';
			const keep = 'Keep for This Window Only';
			const pressed = await vscode.window.showWarningMessage(
				title,
				{
					modal: true,
					detail: `${[explanation, unchanged].filter(Boolean).join(' ')}\n\nUntil then, ${words} can be kept in this window’s memory. It is not written anywhere, and is gone when the window closes or reloads.`,
				},
				again,
				keep,
			);
			if (pressed === keep) {
				return tokens.addForSession(facts, value, unused);
			}
			if (pressed !== again) {
				return undefined;
			}
		}
	}
}
