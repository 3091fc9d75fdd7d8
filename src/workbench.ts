import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { accountStatus } from './account/accountStatus';
import { tokenCommands } from './account/tokenCommands';
import type { FinishedRun, RunArguments } from './api';
import type { CommandHandler, CommandId } from './commandId';
import type { EditorDeps } from './editor/editorDeps';
import { chooseAnotherModel } from './editor/chooseAnotherModel';
import { runCommands } from './editor/runCommands';
import { runForExtension } from './editor/runForExtension';
import { runModel } from './editor/runModel';
import { runOnSelection } from './editor/runOnSelection';
import type { Hub } from './hub/hub';
import { lazyHub } from './hub/lazyHub';
import type { Inference } from './inference/inference';
import { lazyInference } from './inference/lazyInference';
import type { CredentialSource } from './net/credential';
import type { Endpoints } from './net/endpoints';
import { openOperation } from './net/openOperation';
import { Results } from './results/results';
import { resultsCommands } from './results/resultsCommands';
import { tokenFiles } from './tokens/tokenFiles';
import { createTokens } from './tokens/vaultTokens';
import { modelArgument } from './trees/modelArgument';
import { modelCommands } from './trees/modelCommands';
import { ModelsTree } from './trees/modelsTree';
import { registerOpenRow } from './trees/openRow';
import { PinnedModels } from './trees/pinnedModels';
import { tokensTree } from './trees/tokensTree';
import { guarded } from './ui/guarded';
import { LastEditor } from './ui/lastEditor';
import { Settings } from './ui/settings';
import type { ViewId } from './viewId';

/** A view's rows. What a row is, only the tree knows. */
type Tree = Required<vscode.TreeDataProvider<unknown>> & {
	readonly onDidChangeTreeData: vscode.Event<unknown>;
};

/** Everything behind the entry: what each command does, what each view shows, and the results. */
export interface Workbench extends vscode.Disposable {
	readonly commands: Readonly<Record<CommandId, CommandHandler>>;
	readonly trees: Readonly<Record<ViewId, Tree>>;
	readonly onDidFinishRun: vscode.Event<FinishedRun>;
	reviveResults(panel: vscode.WebviewPanel): void;
	run(request: RunArguments | undefined): Promise<FinishedRun | undefined>;
}

/** The composition root: makes the domains and the features, and hands each what it needs. */
export function createWorkbench(context: vscode.ExtensionContext): Workbench {
	const log = vscode.window.createOutputChannel('Hugging Face', { log: true });
	const settings = new Settings(process.env);
	const lastEditor = new LastEditor();
	const tokens = tokensOf(context, settings);
	const { hub, inference } = createDomains(settings, (permission, signal) =>
		tokens.credential(permission, signal),
	);

	const pins = new PinnedModels(context.globalState);
	const treesDeps = { tokens, hub, settings, storage: context.globalState, log };
	const tokensView = tokensTree(tokens);
	const modelsView = new ModelsTree(treesDeps, pins);

	const editorDeps: EditorDeps = {
		inference,
		settings,
		memento: context.globalState,
		log,
		currentEditor: () => lastEditor.current,
		pinnedModels: () => pins.ids,
		preload: () => inference.preload(),
		start: request => results.start(request),
	};
	const results = new Results({
		extensionUri: context.extensionUri,
		storageUri: context.storageUri ?? context.globalStorageUri,
		inference,
		log,
		currentEditor: () => lastEditor.current,
		chooseAnotherModel: request => chooseAnotherModel(editorDeps, request),
	});

	const owned = vscode.Disposable.from(
		results,
		modelsView,
		tokensView,
		accountStatus({ tokens, log }),
		registerOpenRow(log),
		tokens,
		lastEditor,
		log,
	);

	return {
		commands: {
			...tokenCommands({ tokens, hub, settings, log }),
			...modelCommands(treesDeps, pins, modelsView, tokensView),
			...runCommands(editorDeps),
			...resultsCommands(results, log),
			...guarded(log, {
				'hfWorkbench.runModel': row => {
					const id = modelArgument(row);
					return id === undefined ? runOnSelection(editorDeps, {}) : runModel(editorDeps, hub, id);
				},
				'hfWorkbench.showLog': () => log.show(),
				'hfWorkbench.openSettings': openSettings,
			}),
		},
		trees: { 'hfWorkbench.tokens': tokensView, 'hfWorkbench.models': modelsView.tree },
		reviveResults: panel => results.revive(panel),
		onDidFinishRun: results.onDidFinishRun,
		run: request => runForExtension(editorDeps, request),
		dispose: () => void owned.dispose(),
	};
}

function tokensOf(context: vscode.ExtensionContext, settings: Settings): ReturnType<typeof createTokens> {
	const { secrets, globalState, workspaceState } = context;
	return createTokens({
		secrets,
		globalState,
		workspaceState,
		environment: process.env,
		files: tokenFiles,
		hubOrigins: () => {
			const { hub, router } = settings.endpoints;
			return [hub, router].map(endpoint => new URL(endpoint).origin);
		},
		now: Date.now,
		randomId: randomUUID,
	});
}

/** Opens the settings at one key, or at ours. */
async function openSettings(key: unknown): Promise<void> {
	const query = typeof key === 'string' ? key : '@ext:hf-workbench.hf-workbench';
	await vscode.commands.executeCommand('workbench.action.openSettings', query);
}

/** The domains that talk to the network. Their client packages are chunks of their own, loaded by the first call. */
function createDomains(
	settings: Settings,
	credentials: CredentialSource,
): { readonly hub: Hub; readonly inference: Inference & { preload(): void } } {
	const hub = lazyHub(async () => {
		const { createHub } = await import('./hub/hubClient');
		return createHub({ endpoints: () => settings.endpoints, credentials });
	});
	const inference = lazyInference(async () => {
		const { createInference } = await import('./inference/createInference');
		return createInference({
			endpoints: liveEndpoints(settings),
			credentials,
			openOperation,
			providerPolicy: () => settings.provider,
			billTo: () => settings.billTo,
		});
	});
	return { hub, inference };
}

/** The endpoints as the settings have them at each look. */
function liveEndpoints(settings: Settings): Endpoints {
	return {
		get hub() {
			return settings.endpoints.hub;
		},
		get router() {
			return settings.endpoints.router;
		},
	};
}
