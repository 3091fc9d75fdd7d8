import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
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

export interface StageOptions {
	/** More arguments for its program. */
	readonly more?: readonly string[];
	/** The test files to run; all of the stage's without them. */
	readonly files?: readonly string[];
	/** Stands before each line that it writes, where stages run beside one another. */
	readonly label?: string;
}

/** Runs a stage, or a part of it, to its end, showing what it writes. */
export async function runStage(name: StageName, options: StageOptions = {}): Promise<StageResult> {
	const stage: Stage = STAGES[name];
	const folder = mkdtempSync(path.join(os.tmpdir(), 'hf-workbench-counts-'));
	const countsFile = path.join(folder, 'counts');
	const started = Date.now();
	try {
		const { code, output, secrets } = await runChild(stage, options, countsFile);
		return { ok: code === 0, counts: readCounts(countsFile), output, secrets, ms: Date.now() - started };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function runChild(
	stage: Stage,
	{ more = [], files, label }: StageOptions,
	countsFile: string,
): Promise<{ code: number | null; output: string; secrets: Record<string, string> }> {
	const own = stage.program === 'npm' ? npm(stage.args) : { command: process.execPath, args: stage.args };
	const suites = files ?? (stage.suites === undefined ? [] : [`${stage.suites}/**/*.test.ts`]);
	const child = spawn(own.command, [...own.args, ...suites, ...more], {
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
	const show = (stream: Readable | null, target: NodeJS.WriteStream) => {
		const write = label === undefined ? (text: string) => void target.write(text) : labelled(label, target);
		stream?.setEncoding('utf8').on('data', (text: string) => {
			output += text;
			write(text);
		});
	};
	show(child.stdout, process.stdout);
	show(child.stderr, process.stderr);
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

/** Writes whole lines, each with the label before it, so that those of several programs can stand among one another. */
function labelled(label: string, target: NodeJS.WriteStream): (text: string) => void {
	let rest = '';
	return text => {
		const lines = (rest + text).split('\n');
		rest = lines.pop() ?? '';
		target.write(lines.map(line => `${label} │ ${line}\n`).join(''));
	};
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
				failures: [...sum.failures, ...counts.failures],
			}),
			{ passed: 0, failed: 0, skipped: 0, failures: [] },
		);
}
