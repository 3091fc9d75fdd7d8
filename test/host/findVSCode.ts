import { findDesktop } from './findDesktop';
import { installWebBuild } from './installWebBuild';
import { progress } from './progress';
import type { WebBuild } from './webBuild';

/** The VS Code that is used: a desktop one, or the web build that npm installs. */
export type VSCode =
	| { readonly kind: 'desktop'; readonly executable: string }
	| { readonly kind: 'web'; readonly build: WebBuild };

/**
 * Decides once for a whole run which VS Code is used, and says so. `HF_WORKBENCH_VSCODE=web` asks for the web build
 * even where a desktop one is at hand; `VSCODE_PATH` names a desktop one.
 */
export async function findVSCode(): Promise<VSCode> {
	if (process.env.HF_WORKBENCH_VSCODE === 'web') {
		return { kind: 'web', build: await installWebBuild() };
	}
	const desktop = await findDesktop();
	if ('executable' in desktop) {
		progress(`Using the desktop VS Code at ${desktop.executable}`);
		// The processes that this one starts need not look again.
		process.env.VSCODE_PATH = desktop.executable;
		return { kind: 'desktop', executable: desktop.executable };
	}
	progress(`Using VS Code's web build: ${desktop.unavailable}.`);
	process.env.HF_WORKBENCH_VSCODE = 'web';
	return { kind: 'web', build: await installWebBuild() };
}
