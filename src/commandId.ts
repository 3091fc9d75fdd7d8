/** Every command that the manifest contributes. The table in `workbench.ts` has a handler for each. */
export const COMMANDS = [
	'hfWorkbench.addToken',
	'hfWorkbench.switchToken',
	'hfWorkbench.useToken',
	'hfWorkbench.renameToken',
	'hfWorkbench.replaceToken',
	'hfWorkbench.removeToken',
	'hfWorkbench.checkTokens',
	'hfWorkbench.checkToken',
	'hfWorkbench.createToken',
	'hfWorkbench.run',
	'hfWorkbench.explain',
	'hfWorkbench.fix',
	'hfWorkbench.document',
	'hfWorkbench.writeTests',
	'hfWorkbench.ask',
	'hfWorkbench.summarize',
	'hfWorkbench.translate',
	'hfWorkbench.classify',
	'hfWorkbench.tagEntities',
	'hfWorkbench.runAgain',
	'hfWorkbench.runWith',
	'hfWorkbench.stop',
	'hfWorkbench.openResults',
	'hfWorkbench.clearHistory',
	'hfWorkbench.searchModels',
	'hfWorkbench.clearSearch',
	'hfWorkbench.openModel',
	'hfWorkbench.runModel',
	'hfWorkbench.pinModel',
	'hfWorkbench.unpinModel',
	'hfWorkbench.copyModelId',
	'hfWorkbench.refresh',
	'hfWorkbench.showLog',
	'hfWorkbench.openSettings',
] as const;

export type CommandId = (typeof COMMANDS)[number];

/** What a command does; arguments come from menus, keybindings and other extensions, so each handler narrows them. */
export type CommandHandler = (...args: unknown[]) => unknown;
