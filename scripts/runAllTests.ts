import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { formatBytes } from '../test/host/formatBytes';
import { progress } from '../test/host/progress';
import { projectRoot } from '../test/host/projectRoot';
import { sweep, type Finding } from '../test/host/sweep';
import { dealSuites } from './dealSuites';
import { pooled } from './pooled';
import { prepare, type Need } from './prepare';
import { runStage, type StageResult } from './runStage';
import { STAGES, type Stage, type StageName } from './stages';

interface Line {
	readonly name: string;
	readonly ok: boolean;
	readonly text: string;
	readonly ms: number;
}

/** A stage, or a part of one. */
interface Job {
	readonly name: string;
	readonly stage: StageName;
	readonly files?: readonly string[];
}

/** How many stages run at the same time, where nobody says: a window waits about as long as it computes, and takes some 2 GB. */
const BESIDE = Number(process.env.HF_WORKBENCH_BESIDE) || Math.min(4, os.availableParallelism() + 1);

/**
 * Everything, as many stages beside one another as the machine has room for, until one fails; then the search for the tokens of
 * all loopback Hubs in what has been written. The last line is the sum of all tests.
 */
export async function runAllTests(): Promise<void> {
	const runDir = mkdtempSync(path.join(os.tmpdir(), 'hf-workbench-run-'));
	process.env.HF_WORKBENCH_RUN_DIR = runDir;
	process.on('exit', () => rmSync(runDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
	const jobs = (Object.keys(STAGES) as StageName[]).flatMap(jobsOf);
	const results = new Map<string, StageResult>();
	const hasFailed = () => [...results.values()].some(({ ok }) => !ok);
	const run = async ({ name, stage, files }: Job) => {
		progress(`Running: ${name}`);
		const result = await runStage(stage, { label: name, ...(files && { files }) });
		results.set(name, result);
		progress(`${result.ok ? 'Passed' : 'FAILED'}: ${name}, ${countsText(result)}`);
	};
	// What is cheap to find wrong comes before what takes long to set up; setting up is done once.
	const [cheap, dear] = [jobs.filter(job => !needsOf(job)), jobs.filter(needsOf)];
	await pooled(cheap, BESIDE, run, hasFailed);
	if (!hasFailed()) {
		await prepare(new Set<Need>(['package', 'build']));
		await pooled(dear, BESIDE, run, hasFailed);
	}
	report(jobs, results, await tokenSweep(runDir, results));
}

function jobsOf(stage: StageName): readonly Job[] {
	const { suites, parts }: Stage = STAGES[stage];
	if (suites === undefined || parts === undefined) {
		return [{ name: stage, stage }];
	}
	return dealSuites(suites, parts).map((files, index) => ({ name: `${stage} ${index + 1}`, stage, files }));
}

function needsOf({ stage }: Job): Stage['needs'] {
	const { needs }: Stage = STAGES[stage];
	return needs;
}

/** With a decoy beside the tokens, which has to be found: a search that looks at nothing finds nothing. */
async function tokenSweep(runDir: string, results: ReadonlyMap<string, StageResult>): Promise<Line> {
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

/** Once more at the end, where it is found: what was written when it failed may be thousands of lines away. */
function reportFailures(name: string, { ok, counts: { failures }, output }: StageResult): void {
	if (ok) {
		return;
	}
	const said = failures.length > 0 ? failures : [output.split('\n').slice(-40).join('\n')];
	for (const failure of said) {
		console.log(`\n── failed in ${name} ──\n${failure}`);
	}
}

function report(jobs: readonly Job[], results: ReadonlyMap<string, StageResult>, swept: Line): void {
	for (const [name, result] of results) {
		reportFailures(name, result);
	}
	console.log('\n── summary ──');
	const lines = [...results].map(([name, result]): Line => ({ name, text: countsText(result), ...result }));
	for (const { name, ok, text, ms } of [...lines, swept]) {
		console.log(
			`${ok ? '✔' : '✘'} ${name.padEnd(12)} ${`${(ms / 1_000).toFixed(1)} s`.padStart(8)}  ${text}`,
		);
	}
	for (const { name } of jobs.filter(job => !results.has(job.name))) {
		console.log(`- ${name.padEnd(12)} ${''.padStart(8)}  not run`);
	}
	const counts = [...results.values()].map(result => result.counts);
	const passed = counts.reduce((sum, one) => sum + one.passed, 0);
	const failedTests = counts.reduce((sum, one) => sum + one.failed, 0);
	const ok = [...lines, swept].every(line => line.ok);
	// A stage can fail without a test that does; that is never a run without a failure.
	console.log(`${passed} passed, ${ok ? failedTests : Math.max(failedTests, 1)} failed`);
	process.exitCode = ok ? 0 : 1;
}
