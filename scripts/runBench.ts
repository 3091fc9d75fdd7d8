import { spawnSync } from 'node:child_process';
import { projectRoot } from '../test/host/projectRoot';
import { prepare } from './prepare';

/**
 * Measures; figures are printed and nothing fails because of them. Always in the web build of VS Code: what is held
 * against it (the page alone, in the same browser; the marks of a control extension) is then the same everywhere.
 */
export async function runBench(args: readonly string[]): Promise<void> {
	process.env.HF_WORKBENCH_VSCODE = 'web';
	await prepare(new Set(['package']));
	const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'test/bench/main.ts', ...args], {
		cwd: projectRoot,
		stdio: 'inherit',
	});
	process.exitCode = status ?? 1;
}
