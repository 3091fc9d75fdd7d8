import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Credential } from '../net/credential';
import type { TokenRecord } from '../tokens/tokenRecord';
import type { Tokens } from '../tokens/tokens';
import { cleanToken } from '../tokens/tokenFormat';
import { announce } from '../ui/announce';
import { tokenName } from '../ui/tokenWords';
import { withSignal } from '../ui/withSignal';
import { STAYS_OPEN } from '../ui/staysOpen';
import { capital } from '../util/capital';
import type { AccountDeps } from './accountDeps';
import { askForHosts } from './askForHosts';
import { formatMessage } from './formatMessage';
import { openTokenPage } from './openTokenPage';
import { tokenArgument } from './tokenArgument';
import { type Revocation, untilRevoked } from './untilRevoked';

/** A token that is to be revoked: one of the vault, or one that was found somewhere and is pasted, and is not in the vault. */
type Leaked = { readonly record: TokenRecord } | { readonly pasted: string };

const TITLE = 'Revoke Leaked Token';

/**
 * Has the Hub revoke a token that others may have seen, after its name, or `revoke` for a pasted one, was typed. The Hub
 * answers alike whether it knew the token or not, so it is then asked whether the token is gone.
 */
export async function revokeToken(deps: AccountDeps, argument: unknown): Promise<void> {
	const leaked = await pickLeaked(deps, argument);
	if (leaked && 'record' in leaked && leaked.record.signIn) {
		await endSignIn(deps, leaked.record);
		return;
	}
	if (leaked === undefined || !(await isConfirmed(leaked))) {
		return;
	}
	const credential = await credentialOf(deps, leaked);
	if (credential === undefined) {
		return;
	}
	const outcome = await vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Notification, title: 'Revoking the token', cancellable: true },
		(progress, cancellation) =>
			withSignal(cancellation, async signal => {
				await deps.hub.revoke(credential, signal);
				return untilRevoked({
					look: () => deps.hub.whoAmI(credential, signal, 'fresh'),
					pause: (milliseconds, until) => pause(milliseconds, undefined, { signal: until }),
					stillWorks: () => progress.report({ message: 'Still taken. Looking again…' }),
					signal,
				});
			}),
	);
	if (outcome === 'gone') {
		await deps.tokens.refused(credential, 'invalid');
	}
	say(deps, leaked, outcome);
}

/** A sign-in would renew itself, whatever became of its token of the moment. */
async function endSignIn(deps: AccountDeps, record: TokenRecord): Promise<void> {
	const open = 'Open Page on the Hub';
	const pressed = await vscode.window.showWarningMessage(
		`${tokenName(record)} is a sign-in, which is ended on the Hub.`,
		{
			modal: true,
			detail:
				'It renews itself, so revoking its token of the moment would not end it. On the Hub’s page of connected applications, take the app’s access away: nothing of it works any more then.',
		},
		open,
	);
	if (pressed === open) {
		await openTokenPage(deps, record);
	}
}

async function pickLeaked({ tokens }: AccountDeps, argument: unknown): Promise<Leaked | undefined> {
	const named = tokenArgument(argument, tokens.records);
	if (named) {
		return { record: named };
	}
	const picked = await vscode.window.showQuickPick(
		[
			...tokens.records.map(record => ({
				label: record.name,
				description: record.user,
				iconPath: new vscode.ThemeIcon('key'),
				record,
			})),
			{
				label: 'A Token from Elsewhere…',
				detail: 'One that was found in a commit, a log or a chat. Anybody may have it revoked.',
				iconPath: new vscode.ThemeIcon('clippy'),
				record: undefined,
			},
		],
		{ title: TITLE, placeHolder: 'Which token may others have seen?' },
	);
	if (picked === undefined) {
		return undefined;
	}
	return picked.record ? { record: picked.record } : askForLeaked(tokens);
}

async function askForLeaked(tokens: Tokens): Promise<Leaked | undefined> {
	const typed = await vscode.window.showInputBox({
		title: TITLE,
		prompt: 'Paste the token that was found. It is sent to the Hub to be revoked, and kept nowhere.',
		password: true,
		ignoreFocusOut: STAYS_OPEN.holdsInput,
		validateInput: value => formatMessage(cleanToken(value)),
	});
	if (typed === undefined) {
		return undefined;
	}
	const pasted = cleanToken(typed);
	const holder = await tokens.holder(pasted);
	return holder ? { record: holder } : { pasted };
}

/** Typed out, since it cannot be undone: the name of the token, or a word. */
async function isConfirmed(leaked: Leaked): Promise<boolean> {
	const word = 'record' in leaked ? leaked.record.name : 'revoke';
	const subject = 'record' in leaked ? tokenName(leaked.record) : 'this token';
	const typed = await vscode.window.showInputBox({
		title: `Revoke ${subject}?`,
		prompt: `It stops working everywhere at once, for good. Type “${word}” to revoke it.`,
		placeHolder: word,
		ignoreFocusOut: STAYS_OPEN.holdsInput,
		validateInput: value => (['', word].includes(value.trim()) ? undefined : `Type “${word}” to revoke it.`),
	});
	return typed?.trim() === word;
}

/** The value on its way to a Hub that may have it; nothing if the user does not let it go there. */
async function credentialOf({ tokens }: AccountDeps, leaked: Leaked): Promise<Credential | undefined> {
	if ('record' in leaked) {
		return tokens.credentialOf(leaked.record.id);
	}
	const open = tokens.hostsOf('').flatMap(({ origin, standing }) => (standing === 'setting' ? [] : [origin]));
	const isAllowed = open.length === 0 || (await askForHosts('this token', open)) === 'allowed';
	return isAllowed ? tokens.offered(leaked.pasted, '', open) : undefined;
}

function say(deps: AccountDeps, leaked: Leaked, outcome: Revocation): void {
	const subject = 'record' in leaked ? `“${leaked.record.name}”` : 'the token';
	const record = 'record' in leaked ? leaked.record : undefined;
	const run = (label: string, command: string, { id }: TokenRecord) => ({
		label,
		act: async () => vscode.commands.executeCommand(command, { tokenId: id }),
	});
	const remove = { label: 'Delete It on the Hub', act: () => openTokenPage(deps) };
	switch (outcome) {
		case 'gone':
			announce(
				deps.log,
				'information',
				`${capital(subject)} is revoked: the Hub does not know it any more.`,
				...(record
					? [
							run('Replace Token…', 'hfWorkbench.replaceToken', record),
							run('Remove Token…', 'hfWorkbench.removeToken', record),
						]
					: []),
			);
			return;
		case 'works':
			announce(
				deps.log,
				'warning',
				`The Hub took the request, but ${subject} still works. Look again in a moment, or delete it on the Hub.`,
				...(record ? [run('Check Token', 'hfWorkbench.checkToken', record)] : []),
				remove,
			);
			return;
		case 'unknown':
			announce(
				deps.log,
				'warning',
				`The Hub took the request to revoke ${subject}. Whether it is gone could not be checked.`,
				...(record ? [run('Check Token', 'hfWorkbench.checkToken', record)] : []),
				remove,
			);
	}
}
