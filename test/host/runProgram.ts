import { spawn, type SpawnOptions } from 'node:child_process';

export interface FinishedProgram {
	/** The exit code, or undefined if a signal ended it. */
	readonly code: number | undefined;
	readonly output: string;
}

/** Runs a program to its end and keeps what it wrote to both of its outputs. Its standard input stays open and empty. */
export function runProgram(
	command: string,
	args: readonly string[],
	options: SpawnOptions = {},
): Promise<FinishedProgram> {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
		let output = '';
		const collect = (chunk: Buffer) => (output += chunk.toString());
		child.stdout.on('data', collect);
		child.stderr.on('data', collect);
		child.once('error', reject);
		child.once('close', code => resolve({ code: code ?? undefined, output }));
	});
}
