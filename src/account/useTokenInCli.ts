import * as vscode from 'vscode';
import { useInCli } from '../tokens/cli/useInCli';
import { announce } from '../ui/announce';
import { tokenName } from '../ui/tokenWords';
import { pickToken } from './pickToken';
import type { SourceDeps } from './sourceDeps';

/** Makes a token of the vault the one that the `hf` command line uses, after saying that it is written to disk for that. */
export async function useTokenInCli({ tokens, files, log }: SourceDeps, argument: unknown): Promise<void> {
	const record = await pickToken(argument, tokens.records, 'Use in the Command Line');
	if (record === undefined) {
		return;
	}
	const { cliPaths } = tokens;
	const use = 'Write and Use It';
	const pressed = await vscode.window.showWarningMessage(
		`Let the hf command line use ${tokenName(record)}?`,
		{
			modal: true,
			detail: [
				`Its value is written, readable by you alone but not encrypted, to ${cliPaths.token} and ${cliPaths.storedTokens}, as “hf auth login” does. Every program that you start can read it there.`,
				...(record.signIn
					? ['It comes from a sign-in, which the command line cannot renew: it is good for some hours.']
					: []),
				'“hf auth logout” takes it away again. Tokens that are stored there already are kept.',
			].join('\n\n'),
		},
		use,
	);
	if (pressed !== use) {
		return;
	}
	const credential = await tokens.credentialOf(record.id);
	if (credential === undefined) {
		return;
	}
	const name = await vscode.window.withProgress(
		{
			location: vscode.ProgressLocation.Notification,
			title: 'Token for the hf command line',
		},
		progress => {
			const waiting = () => progress.report({ message: 'waiting for it to finish' });
			return useInCli({ files, paths: cliPaths, name: record.name, value: credential.value, waiting });
		},
	);
	tokens.refresh();
	announce(log, 'information', `The hf command line uses ${tokenName(record)} now, as “${name}”.`);
}
