/** What VS Code is told so that it neither asks for the network nor puts anything in the way of a test. */
export const quietSettings: Readonly<Record<string, unknown>> = {
	'chat.commandCenter.enabled': false,
	'extensions.autoCheckUpdates': false,
	'extensions.autoUpdate': false,
	'extensions.ignoreRecommendations': true,
	'extensions.webWorker': false,
	// The web build saves by itself otherwise.
	'files.autoSave': 'off',
	'git.enabled': false,
	// Else the web build offers to open every port that a loopback Hub listens on.
	'remote.autoForwardPorts': false,
	'remote.restoreForwardedPorts': false,
	'security.workspace.trust.enabled': false,
	'telemetry.telemetryLevel': 'off',
	'update.mode': 'none',
	'window.restoreWindows': 'none',
	'workbench.enableExperiments': false,
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.startupEditor': 'none',
	'workbench.tips.enabled': false,
};
