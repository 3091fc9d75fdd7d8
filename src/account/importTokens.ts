import * as vscode from 'vscode';
import { vaultKey } from '../tokens/originKey';
import { TOKEN_VARIABLES } from '../tokens/resolution';
import type { TokenRecord } from '../tokens/tokenRecord';
import { announce, type Offer } from '../ui/announce';
import { tokenName } from '../ui/tokenWords';
import { withSignal } from '../ui/withSignal';
import { STAYS_OPEN } from '../ui/staysOpen';
import { problemOf } from '../util/problemOf';
import type { AccountDeps } from './accountDeps';
import { askForHosts } from './askForHosts';
import { checkMessage } from './checkMessage';
import { envFileUri, workspaceEnvFiles } from './envFiles';
import { type Importable, importable } from './importable';
import { tokenFacts } from './tokenFacts';
import { suggestedName } from './tokenNames';

interface Outcome {
	readonly token: Importable;
	readonly record?: TokenRecord;
	/** Why it was not imported, as a sentence. */
	readonly refusal?: string;
}

/**
 * Copies tokens of the environment and of the workspace's `.env` files into the vault, each checked with the Hub first. What
 * the command line owns is not copied: it is in the list of tokens as it is.
 */
export async function importTokens(deps: AccountDeps): Promise<readonly TokenRecord[]> {
	const { tokens, log } = deps;
	const all = await find(deps);
	const known = await Promise.all(all.map(({ value }) => tokens.holder(value)));
	const found = all.filter((_, index) => known[index] === undefined);
	if (found.length === 0) {
		announce(log, 'information', await nothingFound(deps, all.length > 0));
		return [];
	}
	const wrong = found.filter(token => token.wrong !== undefined);
	if (wrong.length === found.length) {
		tell(deps, wrong.map(refused));
		return [];
	}
	const picked = await vscode.window.showQuickPick(found.map(item), {
		title: 'Import Tokens',
		placeHolder: 'Checked with the Hub, then copied into the system’s keyring',
		canPickMany: true,
		ignoreFocusOut: STAYS_OPEN.holdsInput,
		matchOnDescription: true,
	});
	if (picked === undefined || picked.length === 0) {
		return [];
	}
	const chosen = picked.filter(({ token }) => token.wrong === undefined);
	const unasked = tokens
		.hostsOf('')
		.flatMap(({ origin, standing }) => (standing === 'unasked' || standing === 'denied' ? [origin] : []));
	if (chosen.length > 0 && unasked.length > 0 && (await askForHosts('these tokens', unasked)) !== 'allowed') {
		return [];
	}
	const outcomes: Outcome[] = [];
	await vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Notification, title: 'Importing tokens', cancellable: true },
		(progress, cancellation) =>
			withSignal(cancellation, async signal => {
				for (const { token } of chosen) {
					progress.report({ message: `${token.variable} of ${token.places.join(', ')}` });
					const outcome = await importOne(deps, token, unasked, signal);
					// Whoever stops it is still told of what was imported until then.
					if (outcome === 'cancelled') {
						return;
					}
					outcomes.push(outcome);
				}
			}),
	);
	outcomes.push(...wrong.map(refused));
	if (outcomes.length === 0) {
		return [];
	}
	tell(deps, outcomes);
	return outcomes.flatMap(({ record }) => record ?? []);
}

async function find({ tokens }: AccountDeps): Promise<readonly Importable[]> {
	const environment = await Promise.all(
		TOKEN_VARIABLES.map(async variable => {
			const credential = await tokens.credentialAt({ kind: 'environment', variable }).catch(() => undefined);
			return credential ? [{ variable, value: credential.value }] : [];
		}),
	);
	return importable(environment.flat(), await workspaceEnvFiles(), await tokens.inspect([]));
}

function refused(token: Importable): Outcome {
	return { token, refusal: token.wrong ?? '' };
}

async function nothingFound({ tokens }: AccountDeps, isKnown: boolean): Promise<string> {
	const { origin, passedOver } = await tokens.resolve();
	const hasCli = [origin, ...passedOver].some(one => one?.kind === 'cli' || one?.kind === 'stored');
	const nothing = isKnown
		? 'Every token of the environment and of the .env files of this workspace is here already.'
		: 'There is no token to import in the environment or in an .env file of this workspace.';
	return hasCli
		? `${nothing} Those of the hf command line are in the Tokens view already, and are used where they are.`
		: nothing;
}

function item(token: Importable) {
	return {
		label: token.variable,
		description: token.places.join(', '),
		iconPath: new vscode.ThemeIcon(token.files.length > 0 ? 'file' : 'symbol-variable'),
		...(token.wrong !== undefined && { detail: token.wrong }),
		picked: token.wrong === undefined,
		token,
	};
}

async function importOne(
	{ tokens, hub }: AccountDeps,
	token: Importable,
	allowed: readonly string[],
	signal: AbortSignal,
): Promise<Outcome | 'cancelled'> {
	try {
		const identity = await hub.whoAmI(tokens.offered(token.value, '', allowed), signal, 'fresh');
		const name = suggestedName(
			identity.tokenName,
			tokens.records.map(one => one.name),
		);
		const record = await tokens.add(tokenFacts(identity, name), token.value);
		if (allowed.length > 0) {
			await tokens.answerHosts(vaultKey(record.id), allowed, 'allowed');
		}
		return { token, record };
	} catch (error) {
		const problem = problemOf(error);
		if (problem.code === 'cancelled') {
			return 'cancelled';
		}
		return { token, refusal: checkMessage(problem).replace(/ Press Enter to try again\.$/, '') };
	}
}

function tell({ log }: AccountDeps, outcomes: readonly Outcome[]): void {
	const imported = outcomes.flatMap(({ record }) => record ?? []);
	const left = outcomes.filter(({ refusal }) => refusal !== undefined);
	const files = [...new Set(outcomes.flatMap(({ record, token }) => (record ? token.files : [])))];
	const sentences = [
		...(imported.length > 0 ? [`Imported ${imported.map(tokenName).join(', ')}.`] : []),
		...left.map(
			({ token, refusal = '' }) =>
				`${token.variable} of ${token.places.join(', ')} was not imported. ${refusal}`,
		),
		...(files.length > 0
			? [`The value is still in ${files.join(', ')}: delete it there, if nothing else needs it.`]
			: []),
	];
	const offers: readonly Offer[] = files.slice(0, 2).map(file => ({
		label: `Open ${file}`,
		act: async () => vscode.window.showTextDocument(envFileUri(file)),
	}));
	const diagnose: Offer = {
		label: 'Diagnose',
		act: async () => vscode.commands.executeCommand('hfWorkbench.diagnose'),
	};
	announce(
		log,
		left.length > 0 ? 'warning' : 'information',
		sentences.join(' '),
		...offers,
		...(left.length > 0 && offers.length === 0 ? [diagnose] : []),
	);
}
