import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { AccountDeps } from './account/accountDeps';
import { accountStatus } from './account/accountStatus';
import { addToken } from './account/addToken';
import { askWhetherToRemove } from './account/askWhetherToRemove';
import { kernelEnvFile } from './account/envFiles';
import { accountReminders } from './account/accountReminders';
import { HeldClipboard } from './account/heldClipboard';
import { tokenCommands } from './account/tokenCommands';
import { signInWithBrowser } from './account/signInWithBrowser';
import { sourceCommands } from './account/sourceCommands';
import { TerminalTokens } from './account/terminalTokens';
import { TokenAuthentication } from './account/tokenAuthentication';
import { watchTokenSources } from './account/watchTokenSources';
import type { FinishedRun, RunArguments } from './api';
import { createCare } from './care';
import type { CommandHandler, CommandId } from './commandId';
import { currentFile } from './editor/currentFile';
import type { EditorDeps } from './editor/editorDeps';
import { copyCode, type CopyCodeDeps } from './copyCode';
import { createDomains } from './domains';
import { changeInputs } from './editor/changeInputs';
import { chooseAnotherModel } from './editor/chooseAnotherModel';
import { pickOtherModels } from './editor/pickOtherModels';
import { runCommands } from './editor/runCommands';
import { runForExtension } from './editor/runForExtension';
import { runModel } from './editor/runModel';
import { runOnSelection } from './editor/runOnSelection';
import type { Hub } from './hub/hub';
import { createHubRooms } from './hubRooms';
import type { Inference } from './inference/inference';
import type { ReadableFiles } from './lazyFileSystem';
import { Results } from './results/results';
import type { ResultsDeps } from './results/resultsDeps';
import { resultsCommands } from './results/resultsCommands';
import { createOAuthClient } from './tokens/oauth/oauthClient';
import { tokenFiles } from './tokens/tokenFiles';
import { modelArgument } from './trees/modelArgument';
import { registerOpenRow } from './trees/openRow';
import { dragRows } from './trees/repoDrag';
import { createTransfers } from './transferRooms';
import { guarded } from './ui/guarded';
import { LastEditor } from './ui/lastEditor';
import type { Log } from './ui/log';
import { Settings } from './ui/settings';
import { Claims } from './util/claims';
import { problemOf } from './util/problemOf';
import { timeoutSignal } from './util/timeoutSignal';
import type { ViewId } from './viewId';
import { welcomeKeys } from './welcome/welcomeKeys';

/** A view's rows. What a row is, only the tree knows. */
type Tree = Required<vscode.TreeDataProvider<unknown>> & {
	readonly onDidChangeTreeData: vscode.Event<unknown>;
};

/** Everything behind the entry: what each command does, what each view shows, and the results. */
export interface Workbench extends vscode.Disposable {
	readonly commands: Readonly<Record<CommandId, CommandHandler>>;
	readonly trees: Readonly<Record<ViewId, Tree>>;
	/** The tokens for other extensions, whom VS Code lets have one. */
	readonly authentication: vscode.AuthenticationProvider;
	readonly onDidFinishRun: vscode.Event<FinishedRun>;
	/** The files of the Hub's repos, which cannot be written to. */
	readonly files: ReadableFiles;
	/** Notes on a drag what the rows of a view stand for. */
	dragRows(rows: readonly unknown[], transfer: vscode.DataTransfer): void;
	reviveResults(panel: vscode.WebviewPanel): void;
	reviveRepo(panel: vscode.WebviewPanel, state: unknown): void;
	reviveDoctor(panel: vscode.WebviewPanel): void;
	run(request: RunArguments | undefined): Promise<FinishedRun | undefined>;
	/** Waits until a sign-in that is being renewed has been stored. */
	settled(): Promise<void>;
}

/** The composition root: makes the domains and the features, and hands each what it needs. */
export function createWorkbench(context: vscode.ExtensionContext): Workbench {
	const log = vscode.window.createOutputChannel('Hugging Face', { log: true });
	const settings = new Settings(process.env);
	const lastEditor = new LastEditor();
	const { tokens, hub, access, inference, limits, answers } = createDomains(context, settings);
	const clipboard = heldClipboard(context.globalState, log);

	const account = createAccount(context, { tokens, hub, settings, log }, clipboard);

	const hubRooms = createHubRooms({ context, hub, inference, tokens, settings, log });
	const { views, newRepo } = hubRooms;
	const transfers = createTransfers(context, { settings, tokens, limits, answers, newRepo, log });

	const editorDeps: EditorDeps = {
		inference,
		settings,
		memento: context.globalState,
		log,
		currentEditor: () => lastEditor.current,
		currentFile,
		askForm: question => results.askForm(question),
		pinnedModels: () => views.pins.model.ids,
		preload: () => inference.preload(),
		start: request => results.start(request),
		compare: requests => results.compare(requests),
	};
	const results = new Results(resultsDeps(context, settings, inference, lastEditor, log, editorDeps));

	const care = createCare(context, { tokens, hub, access, settings, log, ambient: account.ambient });

	const owned = vscode.Disposable.from(
		transfers,
		results,
		care,
		welcomeKeys({ tokens, pins: hubRooms.views.pins.model, onDidFinishRun: results.onDidFinishRun }),
		hubRooms,
		clipboard,
		account,
		registerOpenRow(log),
		tokens,
		lastEditor,
		log,
	);

	return {
		commands: {
			...account.commands,
			...hubRooms.commands,
			...runCommands(editorDeps),
			...resultsCommands(results, log),
			...care.commands,
			...wholeCommands({ editorDeps, hub, results, settings, log }),
			...transfers.commands,
		},
		authentication: account.authentication,
		trees: { ...hubRooms.trees, ...transfers.trees },
		dragRows,
		files: hubRooms.files,
		reviveRepo: (panel, state) => hubRooms.reviveRepo(panel, state),
		reviveResults: panel => results.revive(panel),
		reviveDoctor: panel => care.doctor.revive(panel),
		onDidFinishRun: results.onDidFinishRun,
		run: request => runForExtension(editorDeps, request),
		settled: () => tokens.settled(),
		dispose: () => void owned.dispose(),
	};
}

/** What the user does with tokens, and what hears of them: the status bar, terminals and other extensions. */
function createAccount(
	context: vscode.ExtensionContext,
	deps: AccountDeps & { readonly settings: Settings },
	clipboard: HeldClipboard,
) {
	const { tokens, settings, log } = deps;
	const { environmentVariableCollection: collection, workspaceState, globalStorageUri } = context;
	const claims = new Claims(
		vscode.Uri.joinPath(globalStorageUri, 'reminders.json').fsPath,
		async (milliseconds, signal) => delay(milliseconds, undefined, { signal }),
	);
	const hubNow = () => settings.endpoints.hub;
	const terminals = new TerminalTokens({ tokens, log, collection, workspaceState, hub: hubNow });
	const sourceDeps = { ...deps, terminals, files: tokenFiles, oauth: createOAuthClient() };
	const signIn = (scopes: readonly string[]) =>
		settings.oauthClientId === undefined ? addToken(deps) : signInWithBrowser(sourceDeps, scopes);
	const authentication = new TokenAuthentication({ tokens, log, signIn, askWhetherToRemove });
	const ambient = async () => tokens.ambient(await kernelEnvFile(), terminals.isGiven);
	const owned = vscode.Disposable.from(
		accountStatus({ tokens, settings, log, ambient }),
		watchTokenSources(tokens),
		...accountReminders(deps, claims),
		authentication,
		terminals,
	);
	return {
		commands: { ...tokenCommands(deps, clipboard), ...sourceCommands(sourceDeps) },
		authentication,
		ambient,
		dispose: () => void owned.dispose(),
	};
}

/** The commands that more than one feature has a part in, and those that none has. */
function wholeCommands({
	editorDeps,
	hub,
	results,
	settings,
	log,
}: {
	readonly editorDeps: EditorDeps;
	readonly hub: Hub;
	readonly results: Results;
	readonly settings: Settings;
	readonly log: vscode.LogOutputChannel;
}): Readonly<Record<`hfWorkbench.${'runModel' | 'copyCode' | 'showLog' | 'openSettings'}`, CommandHandler>> {
	// Its generators are a chunk of their own, which nothing else needs.
	const makeSnippets: CopyCodeDeps['makeSnippets'] = async subject =>
		(await import('./inference/snippets/makeSnippets')).makeSnippets(subject);
	return guarded(log, {
		'hfWorkbench.runModel': row => runRow(editorDeps, hub, row),
		'hfWorkbench.copyCode': argument => copyCode({ hub, results, settings, makeSnippets }, argument),
		'hfWorkbench.showLog': () => log.show(),
		'hfWorkbench.openSettings': openSettings,
	});
}

function heldClipboard(globalState: vscode.Memento, log: Log): HeldClipboard {
	return new HeldClipboard(vscode.env.clipboard, globalState, error =>
		log.warn(`The clipboard could not be cleared: ${problemOf(error).code}`),
	);
}

/** Runs the model of a row, or asks for one. */
function runRow(deps: EditorDeps, hub: Hub, row: unknown): Promise<FinishedRun | undefined> {
	const id = modelArgument(row);
	return id === undefined ? runOnSelection(deps, {}) : runModel(deps, hub, id);
}

/** Opens the settings at one key, or at ours. */
async function openSettings(key: unknown): Promise<void> {
	const query = typeof key === 'string' ? key : '@ext:hf-workbench.hf-workbench';
	await vscode.commands.executeCommand('workbench.action.openSettings', query);
}

/** What the results stand on. */
function resultsDeps(
	context: vscode.ExtensionContext,
	settings: Settings,
	inference: Inference,
	lastEditor: LastEditor,
	log: vscode.LogOutputChannel,
	editorDeps: EditorDeps,
): ResultsDeps {
	return {
		extensionUri: context.extensionUri,
		storageUri: context.storageUri ?? context.globalStorageUri,
		inference,
		providerPolicy: () => settings.provider,
		usageFile: vscode.Uri.joinPath(context.globalStorageUri, 'usage.jsonl').fsPath,
		spendingLimit: () => settings.spendingLimit,
		revisionOf: model => inference.revision(model, timeoutSignal(10_000)),
		log,
		currentEditor: () => lastEditor.current,
		chooseAnotherModel: (request, whole) => chooseAnotherModel(editorDeps, request, whole),
		changeInputs: (request, whole) => changeInputs(editorDeps, request, whole),
		chooseOthers: request => pickOtherModels(inference, request),
	};
}
