import { prepare, type Need } from './prepare';
import { runStage } from './runStage';
import { STAGES, type Stage, type StageName } from './stages';

/** Runs one stage by itself; arguments such as `--grep` go to its program. */
export async function runOneStage(name: StageName, args: readonly string[]): Promise<void> {
	const { needs }: Stage = STAGES[name];
	await prepare(new Set<Need>(needs ? [needs] : []));
	const { ok } = await runStage(name, args);
	process.exitCode = ok ? 0 : 1;
}
