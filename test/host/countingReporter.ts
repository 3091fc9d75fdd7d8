import { appendFileSync } from 'node:fs';
import { reporters, type MochaOptions, type Runner } from 'mocha';
import type { Counts } from './counts';

/** Mocha's own report, and one line of JSON with the counts in the file that `HF_WORKBENCH_COUNTS` names. */
class CountingReporter extends reporters.Spec {
	constructor(runner: Runner, options: MochaOptions) {
		super(runner, options);
		const failures: string[] = [];
		runner.on('fail', (test, error: unknown) => {
			const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
			failures.push(`${test.titlePath().join(' › ')}\n${said}`);
		});
		runner.once('end', () => {
			const file = process.env.HF_WORKBENCH_COUNTS;
			const { passes: passed = 0, failures: failed = 0, pending: skipped = 0 } = runner.stats ?? {};
			if (file) {
				const counts: Counts = { passed, failed, skipped, failures };
				appendFileSync(file, `${JSON.stringify(counts)}\n`);
			}
		});
	}
}

// Mocha's command line takes the module itself for the class.
export = CountingReporter;
