import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, lstat, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { CliFailure } from '../../src/shared/problem';
import { useInCli } from '../../src/tokens/cli/useInCli';
import { fingerprint } from '../../src/tokens/fingerprint';
import { tokenFiles } from '../../src/tokens/tokenFiles';
import type { UnreadableReason } from '../../src/tokens/unreadableFile';
import { makeRunFolder, type RunFolder } from '../host/makeRunFolder';
import { shareSecrets } from '../host/shareSecrets';
import { makeTestTokens } from '../hub/testTokens';
import { FakeEditor } from '../unit/tokens/fakeEditor';
import { problemIn } from './problemIn';

const { read: ours, write: theirs, otherUser: work } = makeTestTokens();
const STORED = `[laptop]\nhf_token = ${theirs}\n\n[work]\nhf_token = ${work}\n\n`;
const isPosix = process.platform !== 'win32';

/** One way in which the command line's files can be other than they should; answers with what undoes it. */
type Fault = (place: Place) => Promise<() => Promise<void>>;

interface Row {
	/** Which of the two files is told to be the matter. */
	readonly file: 'token' | 'storedTokens' | 'lock';
	/** What is said when it is read, and when a token is to be written there. */
	readonly reads: UnreadableReason | undefined;
	readonly writes: CliFailure | undefined;
	readonly isPossible: boolean;
	readonly begin: Fault;
}

/** The files of one command line, and a window that looks at them. */
class Place {
	private readonly runFolder: RunFolder = makeRunFolder('cli');
	readonly folder = path.join(this.runFolder.path, 'huggingface');
	readonly paths = {
		token: path.join(this.folder, 'token'),
		storedTokens: path.join(this.folder, 'stored_tokens'),
	};
	readonly tokens = new FakeEditor().openWindow({
		environment: { HF_HOME: this.folder },
		files: tokenFiles,
	}).tokens;

	async open(): Promise<void> {
		await mkdir(this.folder);
		await this.write();
	}

	async write(): Promise<void> {
		await writeFile(this.paths.token, theirs, { mode: 0o600 });
		await writeFile(this.paths.storedTokens, STORED, { mode: 0o600 });
	}

	use(files = tokenFiles): Promise<string> {
		return useInCli({ files, paths: this.paths, name: 'vscode', value: ours, patience: 1 });
	}

	async close(): Promise<void> {
		this.tokens.dispose();
		await chmod(this.folder, 0o700);
		// The command line's own files hold its tokens in plain, as they do on any machine: no place to look for ours.
		await rm(this.folder, { recursive: true, force: true });
		await this.runFolder.release();
	}
}

/** Puts something else in the place of a file, and the file back. */
function instead(file: 'token' | 'storedTokens', make: (path: string) => Promise<unknown>): Fault {
	return async place => {
		await rm(place.paths[file]);
		await make(place.paths[file]);
		return async () => {
			await rm(place.paths[file], { recursive: true });
			await place.write();
		};
	};
}

/** The administrator may read and write everything, and so becomes somebody who owns nothing. */
async function asNobody(): Promise<() => Promise<void>> {
	const isAdministrator = process.getuid?.() === 0;
	if (isAdministrator) {
		process.seteuid?.(65534);
	}
	return async () => {
		if (isAdministrator) {
			process.seteuid?.(0);
		}
	};
}

const FAULTS: Readonly<Record<string, Row>> = {
	'a damaged list': {
		file: 'storedTokens',
		reads: 'damaged',
		writes: 'damaged',
		isPossible: true,
		begin: instead('storedTokens', file => writeFile(file, `nonsense\n${STORED}`)),
	},
	'a list that is far too large': {
		file: 'storedTokens',
		reads: 'tooLarge',
		writes: 'tooLarge',
		isPossible: true,
		begin: instead('storedTokens', file => writeFile(file, STORED.padEnd(1024 * 1024, '\n'))),
	},
	'a folder in place of the list': {
		file: 'storedTokens',
		reads: 'notAFile',
		writes: 'notAFile',
		isPossible: true,
		begin: instead('storedTokens', file => mkdir(file)),
	},
	'a device that never ends in place of the token': {
		file: 'token',
		reads: 'notAFile',
		writes: 'notAFile',
		isPossible: isPosix,
		begin: instead('token', file => symlink('/dev/zero', file)),
	},
	'files that may not be read': {
		file: 'token',
		reads: 'denied',
		writes: 'denied',
		isPossible: isPosix,
		begin: async place => {
			await chmod(place.folder, 0o000);
			const end = await asNobody();
			return async () => {
				await end();
				await chmod(place.folder, 0o700);
			};
		},
	},
	'a lock that another program holds': {
		file: 'lock',
		reads: undefined,
		writes: 'locked',
		isPossible: process.platform === 'linux',
		begin: async place => {
			const lock = `${place.paths.storedTokens}.lock`;
			const holder = spawn('flock', [lock, 'sh', '-c', 'echo held; exec cat']);
			await once(holder.stdout, 'data');
			return async () => {
				holder.stdin.end();
				await once(holder, 'exit');
			};
		},
	},
};

describe('the files of the command line', () => {
	let place: Place;

	beforeEach(async () => {
		shareSecrets({ ours, theirs, work });
		place = new Place();
		await place.open();
	});
	afterEach(() => place.close());

	for (const [what, { file, reads, writes, isPossible, begin }] of Object.entries(FAULTS)) {
		it(`${what}: said when it is read (${reads ?? 'nothing'}) and written (${writes ?? 'nothing'}); nothing is lost, and it works again`, async function () {
			if (!isPossible) {
				this.skip();
			}
			const at = file === 'lock' ? `${place.paths.storedTokens}.lock` : place.paths[file];
			const end = await begin(place);
			try {
				const { unreadable = [] } = await place.tokens.resolve();
				assert.deepEqual(
					unreadable.filter(one => one.path === at).map(({ reason }) => reason),
					reads === undefined ? [] : [reads],
				);
				const problem = await problemIn(place.use());
				assert.ok(problem.code === 'token.cli');
				assert.equal(problem.reason, writes);
			} finally {
				await end();
			}
			assert.equal(await readFile(place.paths.token, 'utf8'), theirs);
			assert.equal(await readFile(place.paths.storedTokens, 'utf8'), STORED);
			assert.equal(await place.use(), 'vscode');
			assert.deepEqual((await place.tokens.resolve()).origin, {
				kind: 'cli',
				name: 'vscode',
				path: place.paths.token,
				fingerprint: fingerprint(ours),
			});
		});
	}

	it('in a folder that may not be written to: said, and all is as it was', async function () {
		if (!isPosix) {
			this.skip();
		}
		// Somebody who may read, and not write.
		await chmod(place.folder, 0o555);
		const end = await asNobody();
		try {
			const problem = await problemIn(place.use());
			assert.ok(problem.code === 'token.cli' && problem.reason === 'denied');
		} finally {
			await end();
			await chmod(place.folder, 0o700);
		}
		assert.equal(await readFile(place.paths.token, 'utf8'), theirs);
		assert.equal(await readFile(place.paths.storedTokens, 'utf8'), STORED);
	});

	it('that are links: what they link to is written, and the links stay', async function () {
		if (!isPosix) {
			this.skip();
		}
		const elsewhere = path.join(place.folder, 'elsewhere');
		await mkdir(elsewhere);
		const real = path.join(elsewhere, 'real');
		await rm(place.paths.token);
		await writeFile(real, theirs);
		await symlink(real, place.paths.token);
		await place.use();
		assert.ok((await lstat(place.paths.token)).isSymbolicLink());
		assert.equal(await readFile(real, 'utf8'), ours);
		assert.deepEqual(await readdir(elsewhere), ['real']);
	});

	it('that another program changes meanwhile: its change stays, and is told', async () => {
		let reads = 0;
		const files = {
			...tokenFiles,
			read: async (file: string) => {
				const text = await tokenFiles.read(file);
				// The command line switches after our first look at its files, and before we write them.
				if (++reads === 2) {
					await writeFile(place.paths.token, work);
				}
				return text;
			},
		};
		const problem = await problemIn(place.use(files));
		assert.ok(problem.code === 'token.cli' && problem.reason === 'changed');
		assert.equal(await readFile(place.paths.token, 'utf8'), work);
	});

	it('are read by the next use when they change, and never half-written', async () => {
		const whole = new Set([theirs, ours]);
		let writing = true;
		const reading = (async () => {
			const seen = new Set<string>();
			while (writing) {
				seen.add((await tokenFiles.read(place.paths.token)) ?? 'nothing');
				const { unreadable } = await place.tokens.resolve();
				assert.equal(unreadable, undefined);
			}
			return seen;
		})();
		for (let round = 0; round < 10; round++) {
			const value = round % 2 === 0 ? ours : theirs;
			await useInCli({ files: tokenFiles, paths: place.paths, name: 'vscode', value, patience: 5 });
			const used = await place.tokens.credential('hub.read', new AbortController().signal);
			assert.equal(used?.value, value);
		}
		writing = false;
		assert.deepEqual(
			[...(await reading)].filter(text => !whole.has(text)),
			[],
		);
	});
});
