import * as vscode from 'vscode';
import type { Permission } from '../shared/permission';
import { createTokenUrl } from '../tokens/createTokenUrl';
import { PERMISSIONS } from '../tokens/permissionsOf';
import type { Tokens } from '../tokens/tokens';
import { announce } from '../ui/announce';
import { STAYS_OPEN } from '../ui/staysOpen';
import { isRecord } from '../util/isRecord';
import type { AccountDeps } from './accountDeps';
import { type TokenPurpose, tokenPurposes } from './tokenPurposes';

/**
 * Opens the Hub's page for a new token. A problem's button names what the token is to be for, and the page is filled in for
 * exactly that; from elsewhere the user picks a purpose.
 */
export async function createToken(deps: AccountDeps, argument: unknown): Promise<void> {
	const need = isRecord(argument) ? argument : {};
	const permission = PERMISSIONS.find(one => one === need.permission);
	if (permission !== undefined) {
		await openCreatePage(deps, permission, typeof need.on === 'string' ? need.on : undefined);
	} else {
		const purpose = await pickPurpose(deps);
		if (purpose === undefined) {
			return;
		}
		await vscode.env.openExternal(vscode.Uri.parse(purpose.url, true));
	}
	announce(deps.log, 'information', 'Create the token on the Hub’s page, copy it, and add it here.', {
		label: 'Add Token…',
		act: async () => vscode.commands.executeCommand('hfWorkbench.addToken'),
	});
}

/** Opens the page for a token with one permission, for the user or for the organisation that `on` is or is in. */
export async function openCreatePage(
	{ tokens, settings }: Pick<AccountDeps, 'tokens' | 'settings'>,
	permission: Permission,
	on?: string,
): Promise<void> {
	const [namespace] = on?.split('/', 1) ?? [];
	const isUser = namespace === undefined || tokens.records.some(({ user }) => user === namespace);
	const url = createTokenUrl(settings.endpoints.hub, permission, isUser ? undefined : namespace);
	await vscode.env.openExternal(vscode.Uri.parse(url, true));
}

async function pickPurpose({ tokens, settings }: AccountDeps): Promise<TokenPurpose | undefined> {
	const { fineGrained, classic } = tokenPurposes(settings.endpoints.hub, await payers(tokens));
	const row = (purpose: TokenPurpose) => ({ label: purpose.label, detail: purpose.detail, purpose });
	const heading = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator });
	const picked = await vscode.window.showQuickPick<
		vscode.QuickPickItem & { readonly purpose?: TokenPurpose }
	>([heading('fine-grained'), ...fineGrained.map(row), heading('classic roles'), ...classic.map(row)], {
		title: 'Create Token on the Hub',
		placeHolder: 'What is the token for? The Hub’s page opens, filled in for it.',
		matchOnDetail: true,
		ignoreFocusOut: STAYS_OPEN.askedFromPage,
	});
	return picked?.purpose;
}

async function payers(tokens: Tokens): Promise<readonly string[]> {
	const { origin } = await tokens.resolve();
	const record = origin?.kind === 'vault' ? tokens.records.find(({ id }) => id === origin.id) : undefined;
	return (record?.organisations ?? []).flatMap(({ name, canPay }) => (canPay ? [name] : []));
}
