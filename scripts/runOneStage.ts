import { prepare, type Need } from './prepare';
import { runStage } from './runStage';
import { STAGES, type Stage, type StageName } from './stages';

/** Runs one stage by itself, or only the test files that are named; other arguments such as `--grep` go to its program. */
export async function runOneStage(name: StageName, args: readonly string[]): Promise<void> {
	const { needs }: Stage = STAGES[name];
	await prepare(new Set<Need>(needs ? [needs] : []));
	const files = args.filter(isSuite);
	const more = args.filter(arg => !isSuite(arg));
	const { ok } = await runStage(name, { more, ...(files.length > 0 && { files }) });
	process.exitCode = ok ? 0 : 1;
}

function isSuite(arg: string): boolean {
	return arg.endsWith('.test.ts');
}
