import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { formatBytes } from '../test/host/formatBytes';
import { projectRoot } from '../test/host/projectRoot';
import { sweep, type Finding } from '../test/host/sweep';
import { prepare, type Need } from './prepare';
import { runStage, type StageResult } from './runStage';
import { STAGES, type Stage, type StageName } from './stages';

interface Line {
	readonly name: string;
	readonly ok: boolean;
	readonly text: string;
	readonly ms: number;
}

/**
 * Everything, up to the first stage that fails; then the search for the tokens of all loopback Hubs in what
 * has been written. The last line is the sum of all tests.
 */
export async function runAllTests(): Promise<void> {
	const names = Object.keys(STAGES) as StageName[];
	const runDir = mkdtempSync(path.join(os.tmpdir(), 'hf-workbench-run-'));
	process.env.HF_WORKBENCH_RUN_DIR = runDir;
	process.on('exit', () => rmSync(runDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
	const lines: Line[] = [];
	const results = new Map<StageName, StageResult>();
	let prepared = false;
	for (const name of names) {
		const { needs }: Stage = STAGES[name];
		// What is cheap to find wrong comes before what takes long to set up; setting up is done once.
		if (needs && !prepared) {
			prepared = true;
			await prepare(new Set<Need>(['package', 'build']));
		}
		console.log(`\n── ${name} ──`);
		const result = await runStage(name);
		results.set(name, result);
		lines.push({ name, ok: result.ok, text: countsText(result), ms: result.ms });
		if (!result.ok) {
			break;
		}
	}
	lines.push(await tokenSweep(runDir, results));
	report(lines, results, names);
}

/** With a decoy beside the tokens, which has to be found: a search that looks at nothing finds nothing. */
async function tokenSweep(runDir: string, results: ReadonlyMap<StageName, StageResult>): Promise<Line> {
	const started = Date.now();
	const decoy = `decoy-${randomBytes(20).toString('hex')}`;
	writeFileSync(path.join(runDir, 'decoy'), `{"key":"${Buffer.from(decoy).toString('base64')}"}`);
	// The Hubs of all stages have tokens of the same names, each its own values.
	const secrets = Object.fromEntries(
		[...results].flatMap(([stage, result]) =>
			Object.entries(result.secrets).map(([name, value]) => [`${stage}: ${name}`, value] as const),
		),
	);
	const texts = Object.fromEntries(
		[...results].map(([name, { output }]) => [`what ${name} wrote`, output] as const),
	);
	const kept = path.join(projectRoot, 'test-results');
	const { findings, files, bytes } = await sweep({
		folders: [runDir, ...(existsSync(kept) ? [kept] : [])],
		texts,
		secrets: { ...secrets, decoy },
	});
	const tokens = findings.filter(finding => finding.secret !== 'decoy');
	const ok = tokens.length === 0 && findings.length > tokens.length;
	for (const finding of tokens) {
		console.error(place(finding));
	}
	const count = Object.keys(secrets).length;
	const text = ok
		? `${count} tokens found nowhere in ${files} files, ${formatBytes(bytes)}`
		: `${tokens.length} places with a token`;
	return { name: 'token sweep', ok, text, ms: Date.now() - started };
}

function place({ secret, form, where }: Finding): string {
	return `A token (${secret}, ${form}) was found in ${where}`;
}

function countsText({ counts: { passed, failed, skipped }, ok }: StageResult): string {
	const parts = [
		`${passed} passed`,
		...(failed ? [`${failed} failed`] : []),
		...(skipped ? [`${skipped} skipped`] : []),
	];
	return passed + failed + skipped > 0 ? parts.join(', ') : ok ? 'passed' : 'failed';
}

function report(
	lines: readonly Line[],
	results: ReadonlyMap<StageName, StageResult>,
	names: readonly StageName[],
): void {
	console.log('\n── summary ──');
	for (const { name, ok, text, ms } of lines) {
		console.log(
			`${ok ? '✔' : '✘'} ${name.padEnd(12)} ${`${(ms / 1_000).toFixed(1)} s`.padStart(8)}  ${text}`,
		);
	}
	for (const name of names.filter(stage => !results.has(stage))) {
		console.log(`- ${name.padEnd(12)} ${''.padStart(8)}  not run`);
	}
	const counts = [...results.values()].map(result => result.counts);
	const passed = counts.reduce((sum, one) => sum + one.passed, 0);
	const failedTests = counts.reduce((sum, one) => sum + one.failed, 0);
	const ok = lines.every(line => line.ok);
	// A stage can fail without a test that does; that is never a run without a failure.
	console.log(`${passed} passed, ${ok ? failedTests : Math.max(failedTests, 1)} failed`);
	process.exitCode = ok ? 0 : 1;
}
