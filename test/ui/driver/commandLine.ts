import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What the `hf` command line keeps, in a folder that is not searched for tokens at the end: it has some. */
export class CommandLine {
	/** What holds it, and is there from the beginning. */
	root = '';

	/** `below`: where its folder is to be, which is not made yet; default: the one that is there. */
	constructor(private readonly below = '') {}

	async open(): Promise<void> {
		this.root = await mkdtemp(path.join(tmpdir(), 'hf-workbench-cli-'));
	}

	get home(): string {
		return path.join(this.root, this.below);
	}

	get token(): string {
		return path.join(this.home, 'token');
	}

	get stored(): string {
		return path.join(this.home, 'stored_tokens');
	}

	/** As `hf auth login` and `hf auth switch` leave it. */
	async write(active: string, stored: Readonly<Record<string, string>>): Promise<void> {
		await mkdir(this.home, { recursive: true });
		const sections = Object.entries(stored).map(([name, value]) => `[${name}]\nhf_token = ${value}\n`);
		await writeFile(this.stored, sections.join('\n'), { mode: 0o600 });
		await writeFile(this.token, active, { mode: 0o600 });
	}

	close(): Promise<void> {
		return rm(this.root, { recursive: true, force: true });
	}
}
