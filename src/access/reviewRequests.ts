import * as vscode from 'vscode';
import type { AccessRequest } from '../hub/hubAccess';
import type { RepoRef } from '../shared/repoType';
import { announce } from '../ui/announce';
import { withSignal } from '../ui/withSignal';
import { STAYS_OPEN } from '../ui/staysOpen';
import type { AccessDeps } from './accessDeps';
import { askForRepo } from './askForRepo';
import { pickRequest } from './pickRequest';
import { answersFor } from './requestItems';

/** Lists who asks for access to a repo of the user's own, and lets them in or keeps them out, one after the other. */
export async function reviewRequests(deps: AccessDeps, argument: unknown): Promise<void> {
	const repo = await askForRepo(argument, 'Review Access Requests', deps.settings.endpoints.hub);
	if (repo === undefined) {
		return;
	}
	for (;;) {
		const chosen = await pickRequest(deps.access, repo);
		if (chosen === undefined) {
			return;
		}
		const answer = chosen.answer ?? (await askForAnswer(chosen.request));
		switch (answer) {
			case undefined:
				break;
			case 'profile':
				await openProfile(deps, chosen.request);
				break;
			case 'accept':
			case 'reject':
				await give(deps, repo, chosen.request, answer);
		}
	}
}

type Answer = 'accept' | 'reject' | 'profile';

async function askForAnswer(request: AccessRequest): Promise<Answer | undefined> {
	const possible = answersFor(request.status);
	const items: ReadonlyArray<vscode.QuickPickItem & { readonly answer: Answer }> = [
		...(possible.includes('accept')
			? [{ label: 'Accept', iconPath: new vscode.ThemeIcon('check'), answer: 'accept' as const }]
			: []),
		...(possible.includes('reject')
			? [{ label: 'Reject…', iconPath: new vscode.ThemeIcon('circle-slash'), answer: 'reject' as const }]
			: []),
		{
			label: 'Open Profile on the Hub',
			iconPath: new vscode.ThemeIcon('link-external'),
			answer: 'profile' as const,
		},
	];
	const picked = await vscode.window.showQuickPick(items, {
		title: `Request of ${request.user}`,
		placeHolder: 'What shall be done with it?',
	});
	return picked?.answer;
}

async function give(
	{ access, log }: AccessDeps,
	repo: RepoRef,
	{ user }: AccessRequest,
	answer: 'accept' | 'reject',
): Promise<void> {
	const reason = answer === 'reject' ? await askForReason(user) : '';
	if (reason === undefined) {
		return;
	}
	await vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Notification, title: `Answering ${user}`, cancellable: true },
		(_, cancellation) =>
			withSignal(cancellation, signal =>
				access.answer(
					repo,
					user,
					answer === 'accept'
						? { status: 'accepted' }
						: { status: 'rejected', ...(reason !== '' && { reason }) },
					signal,
				),
			),
	);
	announce(
		log,
		'information',
		answer === 'accept' ? `${user} has access to ${repo.id} now.` : `${user} has no access to ${repo.id}.`,
	);
}

/** The reason is optional, and told to whoever asked; nothing if the user leaves. */
async function askForReason(user: string): Promise<string | undefined> {
	const typed = await vscode.window.showInputBox({
		title: `Reject the Request of ${user}`,
		prompt: `A reason, which ${user} is told. Leave it empty to give none.`,
		ignoreFocusOut: STAYS_OPEN.holdsInput,
	});
	return typed?.trim();
}

async function openProfile({ settings }: AccessDeps, { user }: AccessRequest): Promise<void> {
	const page = `${settings.endpoints.hub}/${encodeURIComponent(user)}`;
	await vscode.env.openExternal(vscode.Uri.parse(page, true));
}
