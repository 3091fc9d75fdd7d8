import * as vscode from 'vscode';
import type { Permission } from '../shared/permission';
import { STAYS_OPEN } from '../ui/staysOpen';

interface Purpose extends vscode.QuickPickItem {
	readonly permissions: readonly Permission[];
}

const PURPOSES: readonly Purpose[] = [
	{
		label: 'Run models',
		detail: 'Calls Inference Providers, at your expense',
		permissions: ['inference'],
		picked: true,
	},
	{
		label: 'Read your private and gated repos',
		detail: 'Models, datasets and Spaces that you may see',
		permissions: ['hub.read', 'hub.gated'],
		picked: true,
	},
	{ label: 'Write to your repos', detail: 'Uploads and commits', permissions: ['hub.write'] },
	{
		label: 'Start Jobs',
		detail: 'Runs programs on Hugging Face’s machines, at your expense',
		permissions: ['jobs'],
	},
];

/**
 * Asks what a sign-in is for. It is granted no more than that, and what another extension asks for. Nothing if the user
 * leaves.
 */
export async function askForPurposes(
	asked: readonly string[] = [],
): Promise<ReadonlySet<Permission> | undefined> {
	const picked = await vscode.window.showQuickPick([...PURPOSES], {
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
