import { spawnSync } from 'node:child_process';
import { projectRoot } from '../test/host/projectRoot';
import { prepare } from './prepare';

/** Measures; figures are printed and nothing fails because of them. */
export async function runBench(args: readonly string[]): Promise<void> {
	await prepare(new Set(['package']));
	const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'test/bench/main.ts', ...args], {
		cwd: projectRoot,
		stdio: 'inherit',
	});
	process.exitCode = status ?? 1;
}
