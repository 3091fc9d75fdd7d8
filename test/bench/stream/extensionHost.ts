import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** The extension host of one VS Code, by its process: its memory as Linux counts it. */
export class ExtensionHost {
	private constructor(private readonly folder: string) {}

	/** Nothing where processes cannot be looked at like this. */
	static of(dataDir: string): ExtensionHost | undefined {
		const processes = readProcesses();
		const server = processes.find(({ command }) => command.includes(`--server-data-dir\0${dataDir}\0`));
		const host = processes.find(
			({ parent, command }) => parent === server?.pid && command.includes('--type=extensionHost'),
		);
		return host && new ExtensionHost(`/proc/${host.pid}`);
	}

	/** From now on the peak counts anew. */
	resetPeak(): void {
		writeFileSync(`${this.folder}/clear_refs`, '5');
	}

	/** The most that has been resident. */
	peakMiB(): number {
		const status = readFileSync(`${this.folder}/status`, 'utf8');
		return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1_024;
	}
}

interface Process {
	readonly pid: string;
	readonly parent: string;
	/** Its arguments, each with a zero behind it. */
	readonly command: string;
}

function readProcesses(): readonly Process[] {
	if (process.platform !== 'linux') {
		return [];
	}
	return readdirSync('/proc')
		.filter(name => /^\d+$/.test(name))
		.flatMap(pid => {
			try {
				const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
				const status = readFileSync(`/proc/${pid}/status`, 'utf8');
				return [{ pid, parent: /^PPid:\s+(\d+)$/m.exec(status)?.[1] ?? '', command }];
			} catch {
				// It has ended meanwhile, or is another user's.
				return [];
			}
		});
}
