import * as vscode from 'vscode';
import { payersOf } from '../tokens/canBill';
import type { TokenRecord } from '../tokens/tokenRecord';
import { announce } from '../ui/announce';
import { STAYS_OPEN } from '../ui/staysOpen';
import { isRecord } from '../util/isRecord';
import type { AccountDeps } from './accountDeps';

const SETTING = 'inference.billTo';

/**
 * Picks who pays for runs in this workspace: the account itself, or one of its organisations that can pay. It is a setting,
 * of the workspace where one is open. A row of the Tokens view names the organisation.
 */
export async function billTo(deps: AccountDeps, argument: unknown): Promise<void> {
	const record = await accountInUse(deps);
	if (record === undefined) {
		await sayUnknown();
		return;
	}
	const payers = payersOf(record);
	const named = isRecord(argument) ? payers.find(payer => payer === argument.organization) : undefined;
	const payer = named ?? (await pickPayer(deps, record, payers));
	if (payer === undefined) {
		return;
	}
	const own = payer === record.user;
	const hasWorkspace = vscode.workspace.workspaceFolders !== undefined;
	await vscode.workspace
		.getConfiguration('hfWorkbench')
		.update(
			SETTING,
			own ? (hasWorkspace ? '' : undefined) : payer,
			hasWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global,
		);
	announce(
		deps.log,
		'information',
		`${payer} pays for runs${hasWorkspace ? ' in this workspace' : ''} from now on.`,
	);
}

async function accountInUse({ tokens, settings }: AccountDeps): Promise<TokenRecord | undefined> {
	const { origin } = await tokens.resolve({ permission: 'inference', on: settings.billTo });
	return origin?.kind === 'vault' ? tokens.records.find(({ id }) => id === origin.id) : undefined;
}

async function sayUnknown(): Promise<void> {
	const add = 'Add Token…';
	const pressed = await vscode.window.showInformationMessage(
		'Only the organizations of a token that was added here are known. Add the token that is used, or set hfWorkbench.inference.billTo.',
		add,
	);
	if (pressed === add) {
		await vscode.commands.executeCommand('hfWorkbench.addToken');
	}
}

async function pickPayer(
	{ settings }: AccountDeps,
	{ user, organisations }: TokenRecord,
	payers: readonly string[],
): Promise<string | undefined> {
	const current = settings.billTo ?? user;
	const cannot = organisations.filter(({ canPay }) => !canPay).map(({ name }) => name);
	const row = (name: string, description: string, icon: string) => ({
		label: name,
		description: [description, ...(name === current ? ['pays now'] : [])].join(' · '),
		iconPath: new vscode.ThemeIcon(name === current ? 'check' : icon),
	});
	const picked = await vscode.window.showQuickPick(
		[
			row(user, 'your account', 'account'),
			...payers.map(payer => row(payer, 'organization', 'organization')),
		],
		{
			title: 'Bill Runs To',
			ignoreFocusOut: STAYS_OPEN.askedFromPage,
			placeHolder:
				cannot.length === 0
					? 'Who pays for the runs of this workspace?'
					: `Who pays for the runs of this workspace? ${cannot.join(', ')} cannot pay.`,
		},
	);
	return picked?.label;
}
