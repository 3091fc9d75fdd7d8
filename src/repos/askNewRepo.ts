import * as vscode from 'vscode';
import type { NewRepo } from '../hub/admin';
import type { RepoType } from '../shared/repoType';
import { LICENSES } from '../ui/hubValues';
import { askName } from './askName';
import { askOwner } from './askOwner';
import { askVisibility } from './askVisibility';
import type { ReposDeps } from './reposDeps';

interface Choice<T> extends vscode.QuickPickItem {
	readonly value: T;
}

const pick = async <T>(title: string, items: ReadonlyArray<Choice<T>>): Promise<Choice<T> | undefined> =>
	vscode.window.showQuickPick(items, { title, matchOnDescription: true });

/** Asks what repo is to be made. Nothing if the user leaves. */
export async function askNewRepo(deps: ReposDeps): Promise<NewRepo | undefined> {
	const title = 'Create Repo';
	const type = await pick<RepoType>(title, [
		{ label: 'Model', iconPath: new vscode.ThemeIcon('package'), value: 'model' },
		{ label: 'Dataset', iconPath: new vscode.ThemeIcon('database'), value: 'dataset' },
		{ label: 'Space', iconPath: new vscode.ThemeIcon('rocket'), value: 'space' },
	]);
	const owner = type && (await askOwner(deps, title));
	const name = owner === undefined ? undefined : await askName(`${title} of ${owner}`, '');
	if (!type || owner === undefined || name === undefined) {
		return undefined;
	}
	const isSpace = type.value === 'space';
	const sdk = isSpace
		? await pick(
				`${title}: SDK`,
				['gradio', 'docker', 'static'].map(value => ({ label: value, value })),
			)
		: undefined;
	const isPrivate = isSpace && !sdk ? undefined : await askVisibility(title);
	const license =
		isPrivate === undefined
			? undefined
			: await pick<string | undefined>(`${title}: License`, [
					{ label: 'No License', value: undefined },
					...Object.entries(LICENSES).map(([value, label]) => ({ label, description: value, value })),
				]);
	return license && isPrivate !== undefined
		? {
				type: type.value,
				id: `${owner}/${name}`,
				isPrivate,
				...(license.value !== undefined && { license: license.value }),
				...(sdk && { sdk: sdk.value }),
			}
		: undefined;
}
