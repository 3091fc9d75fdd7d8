import { findChromium } from '../test/host/findChromium';
import { findVSCode } from '../test/host/findVSCode';
import { build } from './build';
import { packageExtension } from './packageExtension';

/** What a command needs: the bundles for a suite inside VS Code, or the `.vsix` for one that drives it from outside. */
export type Need = 'build' | 'package';

/** Makes what is needed, and gets the VS Code that it is run in. The commands started later find both by environment. */
export async function prepare(needs: ReadonlySet<Need>): Promise<void> {
	if (needs.size === 0) {
		return;
	}
	const vscode = await findVSCode();
	if (vscode.kind === 'web') {
		process.env.CHROMIUM_PATH = await findChromium();
	}
	// Packaging makes a production build; the bundles of the suites come after it, and stay.
	if (needs.has('package')) {
		process.env.HF_WORKBENCH_VSIX = await packageExtension();
	}
	if (needs.has('build')) {
		await build();
	}
}
