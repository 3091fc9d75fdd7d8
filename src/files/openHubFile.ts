import * as vscode from 'vscode';
import { hubUri, type HubLocation } from '../ui/hubUri';
import { byteSize } from '../shared/byteSize';
import { withoutLinks } from '../util/withoutLinks';
import { canEditorShow } from './canEditorShow';

/** Opens a file of the Hub's in an editor. Of one that no editor can show, it says so before anything is fetched. */
export async function openHubFile(location: HubLocation, size?: number): Promise<void> {
	if (canEditorShow(location.path)) {
		await vscode.commands.executeCommand('vscode.open', hubUri(location));
		return;
	}
	const pressed = await vscode.window.showInformationMessage(
		`${withoutLinks(location.path)}${size === undefined ? '' : ` (${byteSize(size)})`} is not a text file, so it is not fetched for an editor.`,
		'Show Repo',
	);
	if (pressed === 'Show Repo') {
		await vscode.commands.executeCommand('hfWorkbench.showRepo', { type: location.type, id: location.id });
	}
}
