import * as vscode from 'vscode';
import type { Permission } from '../shared/permission';
import { createTokenUrl } from '../tokens/createTokenUrl';
import { PERMISSIONS } from '../tokens/permissionsOf';
import type { Tokens } from '../tokens/tokens';
import { announce } from '../ui/announce';
import { STAYS_OPEN } from '../ui/staysOpen';
import { isRecord } from '../util/isRecord';
import { timeoutSignal } from '../util/timeoutSignal';
import type { AccountDeps } from './accountDeps';
import { type TokenPurpose, tokenPurposes } from './tokenPurposes';

/** Milliseconds: the page is opened all the same when the Hub does not say whose a namespace is. */
const PATIENCE = 3_000;

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
	deps: Pick<AccountDeps, 'tokens' | 'hub' | 'settings'>,
	permission: Permission,
	on?: string,
): Promise<void> {
	const [namespace] = on?.split('/', 1) ?? [];
	const organisation =
		namespace !== undefined && (await isOrganisation(deps, namespace)) ? namespace : undefined;
	const url = createTokenUrl(deps.settings.endpoints.hub, permission, organisation);
	await vscode.env.openExternal(vscode.Uri.parse(url, true));
}

/** Whether a namespace is one of the user's organisations: nobody can have a token for another's. */
async function isOrganisation(
	{ tokens, hub }: Pick<AccountDeps, 'tokens' | 'hub'>,
	namespace: string,
): Promise<boolean> {
	if (tokens.records.some(({ user }) => user === namespace)) {
		return false;
	}
	if (tokens.records.some(({ organisations }) => organisations.some(({ name }) => name === namespace))) {
		return true;
	}
	const signal = timeoutSignal(PATIENCE);
	try {
		// A token from outside has no facts here; the Hub's answer of the last hour will do.
		const credential = await tokens.credential('hub.read', signal);
		const identity = credential && (await hub.whoAmI(credential, signal));
		return identity === undefined || identity.organisations.some(({ name }) => name === namespace);
	} catch {
		return true;
	}
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
