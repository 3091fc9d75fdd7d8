import * as vscode from 'vscode';
import { maskAccessTokens } from '../util/maskAccessTokens';
import type { Input } from './material';

/** Keeps access tokens in the text from being sent to a provider: the user may run without them, or not at all. */
export async function withoutTokens(input: Input): Promise<Input | undefined> {
	const text = maskAccessTokens(input.text);
	const header = input.header === undefined ? {} : { header: maskAccessTokens(input.header) };
	if (text === input.text) {
		return { ...input, ...header };
	}
	const run = 'Take It Out and Run';
	const pressed = await vscode.window.showWarningMessage(
		'The text contains an access token.',
		{ modal: true, detail: 'It would be sent to the provider and kept in the history.' },
		run,
	);
	if (pressed !== run) {
		return undefined;
	}
	const parts = input.parts.map(maskAccessTokens);
	return {
		...input,
		...header,
		text,
		parts,
		...(input.source && { source: { ...input.source, inexact: true } }),
	};
}
