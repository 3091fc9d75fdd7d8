import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Counts } from '../test/host/counts';
import { npm } from '../test/host/npm';
import { projectRoot } from '../test/host/projectRoot';
import type { SharedSecrets } from '../test/host/shareSecrets';
import { STAGES, type Stage, type StageName } from './stages';

export interface StageResult {
	readonly ok: boolean;
	readonly counts: Counts;
	/** All that it wrote. */
	readonly output: string;
	/** What it asks to be looked for when the run is over. */
	readonly secrets: Readonly<Record<string, string>>;
	readonly ms: number;
}

/** Runs a stage to its end, showing what it writes, with more arguments for its program if there are any. */
export async function runStage(name: StageName, more: readonly string[] = []): Promise<StageResult> {
	const stage: Stage = STAGES[name];
	const folder = mkdtempSync(path.join(os.tmpdir(), 'hf-workbench-counts-'));
	const countsFile = path.join(folder, 'counts');
	const started = Date.now();
	try {
		const { code, output, secrets } = await runChild(stage, more, countsFile);
		return { ok: code === 0, counts: readCounts(countsFile), output, secrets, ms: Date.now() - started };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function runChild(
	stage: Stage,
	more: readonly string[],
	countsFile: string,
): Promise<{ code: number | null; output: string; secrets: Record<string, string> }> {
	const own = stage.program === 'npm' ? npm(stage.args) : { command: process.execPath, args: stage.args };
	const child = spawn(own.command, [...own.args, ...more], {
		cwd: projectRoot,
		shell: 'shell' in own && own.shell,
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
		env: {
			...process.env,
			HF_WORKBENCH_COUNTS: countsFile,
			...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
		},
	});
	const killAtExit = () => child.kill('SIGTERM');
	process.on('exit', killAtExit);
	const timer = setTimeout(() => {
		console.error(`This stage did not end within ${stage.timeoutMs / 60_000} minutes and is stopped.`);
		child.kill('SIGTERM');
	}, stage.timeoutMs);
	let output = '';
	let secrets: Record<string, string> = {};
	const tee = (target: NodeJS.WriteStream) => (chunk: Buffer) => {
		output += chunk.toString();
		target.write(chunk);
	};
	child.stdout?.on('data', tee(process.stdout));
	child.stderr?.on('data', tee(process.stderr));
	child.on('message', (message: SharedSecrets) => {
		// Every Hub of a run has tokens of its own under the same names.
		const named = Object.entries(message.secrets).map(([name, value]) => [
			`${name} ${Object.keys(secrets).length}`,
			value,
		]);
		secrets = { ...secrets, ...(Object.fromEntries(named) as Record<string, string>) };
	});
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', code => {
			clearTimeout(timer);
			process.off('exit', killAtExit);
			resolve({ code, output, secrets });
		});
	});
}

function readCounts(file: string): Counts {
	const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
	return lines
		.map(line => JSON.parse(line) as Counts)
		.reduce(
			(sum, counts) => ({
				passed: sum.passed + counts.passed,
				failed: sum.failed + counts.failed,
				skipped: sum.skipped + counts.skipped,
			}),
			{ passed: 0, failed: 0, skipped: 0 },
		);
}
