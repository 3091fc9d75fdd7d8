import * as vscode from 'vscode';
import type { Permission } from '../shared/permission';
import { grantsPermission } from '../tokens/oauth/scopes';
import { STAYS_OPEN } from '../ui/staysOpen';

interface Purpose extends vscode.QuickPickItem {
	readonly permissions: readonly Permission[];
}

const PURPOSES: readonly Purpose[] = [
	{
		label: 'Run models',
		detail: 'Calls Inference Providers, at your expense',
		permissions: ['inference'],
	},
	{
		label: 'Read your private and gated repos',
		detail: 'Models, datasets and Spaces that you may see',
		permissions: ['hub.read', 'hub.gated'],
	},
	{ label: 'Write to your repos', detail: 'Uploads and commits', permissions: ['hub.write'] },
	{
		label: 'Start Jobs',
		detail: 'Runs programs on Hugging Face’s machines, at your expense',
		permissions: ['jobs'],
	},
];

/** What a first sign-in is for, unless the user says otherwise. */
const USUAL: ReadonlySet<Permission> = new Set<Permission>(['inference', 'hub.read', 'hub.gated']);

/**
 * Asks what a sign-in is for. What an earlier one may do is chosen already: the new one takes its place, and may do no more
 * than is chosen. It is granted no more than that, and what another extension asks for. Nothing if the user
 * leaves.
 */
export async function askForPurposes(
	asked: readonly string[],
	earlier: readonly string[] | undefined,
): Promise<ReadonlySet<Permission> | undefined> {
	const had = (permission: Permission) =>
		earlier ? grantsPermission(earlier, permission) : USUAL.has(permission);
	const purposes = PURPOSES.map(purpose => ({ ...purpose, picked: purpose.permissions.some(had) }));
	const picked = await vscode.window.showQuickPick(purposes, {
		title: 'Sign In with Browser',
		placeHolder:
			asked.length === 0
				? 'What for? The sign-in may do this and no more.'
				: `An extension asks for ${asked.join(', ')}. What else is it for?`,
		canPickMany: true,
		ignoreFocusOut: STAYS_OPEN.askedFromPage,
	});
	return picked && new Set(picked.flatMap(({ permissions }) => permissions));
}
