import * as vscode from 'vscode';
import type { Api, FinishedRun } from './api';
import { COMMANDS, LATE_COMMANDS, type CommandId } from './commandId';
import { lazyAuthentication } from './lazyAuthentication';
import { lazyFileSystem } from './lazyFileSystem';
import { DOCTOR_VIEW, HUB_SCHEME, REPO_VIEW, RESULTS_VIEW, VIEWS, type ViewId } from './viewId';
import type { Workbench } from './workbench';

/** What is on its way in each host that has activated the extension. The editor gives `deactivate` nothing to know its own by. */
const leaving = new Set<() => Promise<void>>();

/**
 * Registers what the manifest contributes, and nothing more: no I/O, no client package. Everything else is one module
 * graph, loaded at first use; this entry is CommonJS, which the editor loads several times faster.
 */
export function activate(context: vscode.ExtensionContext): Api {
	const didFinishRun = new vscode.EventEmitter<FinishedRun>();
	context.subscriptions.push(didFinishRun);

	let loading: Promise<Workbench> | undefined;
	const workbench = () => (loading ??= load(context, didFinishRun));
	const leave = async () => (await loading)?.settled();
	leaving.add(leave);

	const register = (ids: readonly CommandId[]) => {
		for (const id of ids) {
			context.subscriptions.push(
				vscode.commands.registerCommand(id, async (...args: unknown[]) =>
					(await workbench()).commands[id](...args),
				),
			);
		}
	};
	register(COMMANDS);
	context.subscriptions.push(lazyAuthentication(workbench));
	context.subscriptions.push(
		vscode.window.registerWebviewPanelSerializer(RESULTS_VIEW, {
			deserializeWebviewPanel: async panel => (await workbench()).reviveResults(panel),
		}),
		vscode.window.registerWebviewPanelSerializer(DOCTOR_VIEW, {
			deserializeWebviewPanel: async panel => (await workbench()).reviveDoctor(panel),
		}),
		vscode.window.registerWebviewPanelSerializer(REPO_VIEW, {
			deserializeWebviewPanel: async (panel, state) => (await workbench()).reviveRepo(panel, state),
		}),
	);
	context.subscriptions.push(
		vscode.workspace.registerFileSystemProvider(
			HUB_SCHEME,
			lazyFileSystem(async () => (await workbench()).files),
			{ isCaseSensitive: true, isReadonly: true },
		),
	);
	// What can wait until the editor goes on: it asks for the rows of a view a while after the view is there. The status bar's
	// item comes with the rest. Whoever needs that next hears of a failure.
	const soon = setTimeout(() => {
		context.subscriptions.push(...VIEWS.map(id => lazyTree(id, workbench)));
		register(LATE_COMMANDS);
		void workbench().catch(() => undefined);
	}, 0);
	context.subscriptions.push({ dispose: () => clearTimeout(soon) });

	return {
		version: (context.extension.packageJSON as { version: string }).version,
		run: async request => (await workbench()).run(request),
		onDidFinishRun: didFinishRun.event,
	};
}

/** The editor waits a few seconds for what would be lost with the window. */
export async function deactivate(): Promise<void> {
	const leaves = [...leaving];
	leaving.clear();
	await Promise.allSettled(leaves.map(leave => leave()));
}

async function load(
	context: vscode.ExtensionContext,
	didFinishRun: vscode.EventEmitter<FinishedRun>,
): Promise<Workbench> {
	const { createWorkbench } = await import('./workbench');
	const workbench = createWorkbench(context);
	context.subscriptions.push(
		workbench,
		workbench.onDidFinishRun(run => didFinishRun.fire(run)),
	);
	return workbench;
}

/** A view whose rows come from the workbench. Rows exist only once it is loaded, so a row's item can be asked of it. */
function lazyTree(id: ViewId, workbench: () => Promise<Workbench>): vscode.Disposable {
	const didChange = new vscode.EventEmitter<unknown>();
	let wired: vscode.Disposable | undefined;
	const tree = async () => {
		const { trees } = await workbench();
		wired ??= trees[id].onDidChangeTreeData(row => didChange.fire(row));
		return trees[id];
	};
	const view = vscode.window.createTreeView<unknown>(id, {
		showCollapseAll: true,
		canSelectMany: id !== 'hfWorkbench.tokens',
		dragAndDropController: {
			dragMimeTypes: ['text/plain'],
			dropMimeTypes: [],
			handleDrag: async (rows, transfer) => (await workbench()).dragRows(rows, transfer),
		},
		treeDataProvider: {
			onDidChangeTreeData: didChange.event,
			getChildren: async row => (await tree()).getChildren(row),
			getTreeItem: async row => (await tree()).getTreeItem(row),
			getParent: async row => (await tree()).getParent(row),
			resolveTreeItem: async (item, row, token) => (await tree()).resolveTreeItem(item, row, token),
		},
	});
	return vscode.Disposable.from(view, didChange, { dispose: () => void wired?.dispose() });
}
