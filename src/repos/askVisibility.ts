import * as vscode from 'vscode';

/** Asks who may see a repo; whether it is private. Nothing if the user leaves. */
export async function askVisibility(title: string): Promise<boolean | undefined> {
	const picked = await vscode.window.showQuickPick(
		[
			{
				label: 'Private',
				description: 'only you, or the organization',
				iconPath: new vscode.ThemeIcon('lock'),
				isPrivate: true,
			},
			{
				label: 'Public',
				description: 'everybody',
				iconPath: new vscode.ThemeIcon('globe'),
				isPrivate: false,
			},
		],
		{ title: `${title}: Who May See It` },
	);
	return picked?.isPrivate;
}
