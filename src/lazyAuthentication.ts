import * as vscode from 'vscode';

/** The provider's id, which other extensions ask VS Code for. */
export const AUTHENTICATION_ID = 'hf-workbench';

/** The account provider, whose sessions come from a workbench that is loaded when VS Code asks for them. */
export function lazyAuthentication(
	load: () => Promise<{ readonly authentication: vscode.AuthenticationProvider }>,
): vscode.Disposable {
	const didChange = new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
	let wired: vscode.Disposable | undefined;
	const provider = async () => {
		const { authentication } = await load();
		wired ??= authentication.onDidChangeSessions(change => didChange.fire(change));
		return authentication;
	};
	return vscode.Disposable.from(
		didChange,
		{ dispose: () => void wired?.dispose() },
		vscode.authentication.registerAuthenticationProvider(
			AUTHENTICATION_ID,
			'Hugging Face',
			{
				onDidChangeSessions: didChange.event,
				getSessions: async (scopes, options) => (await provider()).getSessions(scopes, options),
				createSession: async (scopes, options) => (await provider()).createSession(scopes, options),
				removeSession: async id => (await provider()).removeSession(id),
			},
			{ supportsMultipleAccounts: true },
		),
	);
}
