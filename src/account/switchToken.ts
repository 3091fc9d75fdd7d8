import * as vscode from 'vscode';
import type { TokenRecord } from '../tokens/tokenRecord';
import type { Tokens } from '../tokens/tokens';
import { originWords, roleWords, usedWords } from '../ui/tokenWords';
import { STAYS_OPEN } from '../ui/staysOpen';
import { capital } from '../util/capital';
import type { AccountDeps } from './accountDeps';
import { pickToken } from './pickToken';
import { tokenChoices, type TokenChoice } from './tokenChoices';
import { useToken } from './useToken';

type Decision =
	| Exclude<TokenChoice, { type: 'token' }>
	| { readonly type: 'use'; readonly record: TokenRecord; readonly where: 'everywhere' | 'workspace' };

interface ChoiceItem extends vscode.QuickPickItem {
	readonly choice: TokenChoice;
}

/** Chooses the token to use from a list, everywhere or in this workspace only. */
export async function switchToken({ tokens }: Pick<AccountDeps, 'tokens'>): Promise<void> {
	const decision = await decide(tokens);
	switch (decision?.type) {
		case 'use':
			return decision.where === 'workspace'
				? tokens.setWorkspaceChoice({ kind: 'vault', id: decision.record.id })
				: useToken({ tokens }, { tokenId: decision.record.id });
		case 'outside':
			return tokens.setWorkspaceChoice(decision.origin);
		case 'default':
			return tokens.setWorkspaceChoice(undefined);
		case 'forWorkspace': {
			const record = await pickToken(undefined, tokens.records, 'Use in This Workspace Only');
			return record && tokens.setWorkspaceChoice({ kind: 'vault', id: record.id });
		}
		case 'add':
			await vscode.commands.executeCommand('hfWorkbench.addToken');
			return;
		case undefined:
	}
}

async function decide(tokens: Tokens): Promise<Decision | undefined> {
	const resolution = await tokens.resolve();
	const hasWorkspace = vscode.workspace.workspaceFolders !== undefined;
	const onlyHere: vscode.QuickInputButton = {
		iconPath: new vscode.ThemeIcon('root-folder'),
		tooltip: 'Use in This Workspace Only',
	};
	const box = vscode.window.createQuickPick<ChoiceItem>();
	box.title = 'Switch Token';
	box.ignoreFocusOut = STAYS_OPEN.askedFromPage;
	box.placeholder = usedWords(resolution);
	box.matchOnDescription = true;
	box.items = tokenChoices(tokens.records, resolution, tokens.defaultId, hasWorkspace).map(choice =>
		choiceItem(choice, hasWorkspace ? [onlyHere] : []),
	);
	try {
		return await new Promise(resolve => {
			box.onDidAccept(() => resolve(decisionOf(box.selectedItems[0]?.choice, 'everywhere')));
			box.onDidTriggerItemButton(({ item }) => resolve(decisionOf(item.choice, 'workspace')));
			box.onDidHide(() => resolve(undefined));
			box.show();
		});
	} finally {
		box.dispose();
	}
}

function decisionOf(
	choice: TokenChoice | undefined,
	where: 'everywhere' | 'workspace',
): Decision | undefined {
	return choice?.type === 'token' ? { type: 'use', record: choice.record, where } : choice;
}

function choiceItem(choice: TokenChoice, tokenButtons: readonly vscode.QuickInputButton[]): ChoiceItem {
	switch (choice.type) {
		case 'token': {
			const { record, used, detail } = choice;
			return {
				choice,
				label: record.name,
				description: `${record.user} · ${roleWords(record.role)}`,
				iconPath: new vscode.ThemeIcon(used ? 'check' : 'key'),
				...(detail === '' ? {} : { detail }),
				buttons: tokenButtons,
			};
		}
		case 'outside': {
			const { origin, used, detail } = choice;
			const icon = origin.kind === 'environment' ? 'symbol-variable' : 'terminal';
			return {
				choice,
				label: capital(originWords(origin)),
				iconPath: new vscode.ThemeIcon(used ? 'check' : icon),
				...(detail === '' ? {} : { detail }),
			};
		}
		case 'forWorkspace':
			return {
				choice,
				label: 'Use in This Workspace Only…',
				iconPath: new vscode.ThemeIcon('root-folder'),
			};
		case 'default':
			return {
				choice,
				label: 'Use the Default Again',
				...(choice.name === undefined ? {} : { description: choice.name }),
				iconPath: new vscode.ThemeIcon('discard'),
			};
		case 'add':
			return { choice, label: 'Add Token…', iconPath: new vscode.ThemeIcon('add') };
	}
}
