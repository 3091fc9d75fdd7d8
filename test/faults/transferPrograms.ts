import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import { projectRoot } from '../host/projectRoot';
import type { TransferJob, TransferWork } from './transferProgram';

/** Builds the program and its thread into a folder, and starts it there as often as one likes. */
export class TransferPrograms {
	constructor(
		private readonly folder: string,
		private readonly hub: string,
		private readonly token: string,
	) {
		buildSync({
			entryPoints: {
				program: path.join(projectRoot, 'test/faults/transferProgram.ts'),
				thread: path.join(projectRoot, 'src/hub/thread/fileThread.ts'),
			},
			outdir: folder,
			outExtension: { '.js': '.cjs' },
			bundle: true,
			platform: 'node',
			format: 'cjs',
			target: 'node22',
			define: { 'import.meta.url': '__filename' },
			logLevel: 'error',
		});
	}

	start(work: TransferWork): TransferProcess {
		const job: TransferJob = {
			hub: this.hub,
			threadFile: path.join(this.folder, 'thread.cjs'),
			parts: path.join(this.folder, 'parts'),
			...work,
		};
		const program = path.join(this.folder, 'program.cjs');
		return new TransferProcess(
			spawn(process.execPath, [program, JSON.stringify(job)], {
				env: { ...process.env, TEST_TOKEN: this.token },
				stdio: ['ignore', 'pipe', 'inherit'],
			}),
		);
	}
}

/** A process that transfers something, and may be killed at any time. */
class TransferProcess {
	private readonly ended: Promise<unknown>;

	constructor(private readonly child: ChildProcess) {
		this.ended = once(child, 'exit');
	}

	/** Resolves when so many bytes are told of. */
	async reaches(bytes: number): Promise<void> {
		const { stdout } = this.child;
		if (stdout) {
			for await (const line of createInterface({ input: stdout })) {
				if (Number(line) >= bytes) {
					return;
				}
			}
		}
		throw new Error(`The process has ended before it came to ${bytes} bytes`);
	}

	/** As it dies with the machine's power: nothing of its own runs any more. */
	async kill(): Promise<void> {
		this.child.kill('SIGKILL');
		await this.ended;
	}

	/** Whether it came to its end without a failure. */
	async succeeds(): Promise<boolean> {
		this.child.stdout?.resume();
		await this.ended;
		return this.child.exitCode === 0;
	}
}
