import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ProblemCode } from '../../src/shared/problem';
import type { MementoFault, SecretFault } from '../unit/tokens/fakeEditor';
import type { Workplace } from './workplace';

/** What can be wrong with the folder that the history of runs is in. */
export type FolderFault = 'full' | 'readOnly' | 'notAFolder';

/** How one is brought about, and how it goes away. */
interface StorageFault {
	readonly problem: ProblemCode;
	/** Whether this machine can have it. */
	readonly isPossible: boolean;
	/** Answers with what undoes it. */
	begin(place: Workplace): Promise<() => Promise<void>>;
}

export const FOLDER_FAULTS: Readonly<Record<FolderFault, StorageFault>> = {
	full: {
		problem: 'disk.full',
		isPossible: existsSync('/dev/full'),
		// A run is first written into a file beside its own; on this device, whatever is written finds it full.
		begin: async place => {
			await mkdir(place.folder, { recursive: true });
			const links: Array<Promise<string>> = [];
			const listening = place.runs.onDidChange(event => {
				if (event.type === 'run') {
					const file = path.join(place.folder, `${event.run.id}.json.new`);
					links.push(symlink('/dev/full', file).then(() => file));
				}
			});
			return async () => {
				listening.dispose();
				await Promise.all((await Promise.all(links)).map(file => rm(file)));
			};
		},
	},
	readOnly: {
		problem: 'disk.permission',
		isPossible: process.getuid !== undefined,
		begin: async place => {
			await mkdir(place.folder, { recursive: true });
			await chmod(place.folder, 0o500);
			// The administrator may write everywhere, and so becomes somebody who owns nothing.
			const isAdministrator = process.getuid?.() === 0;
			if (isAdministrator) {
				process.seteuid?.(65534);
			}
			return async () => {
				if (isAdministrator) {
					process.seteuid?.(0);
				}
				await chmod(place.folder, 0o700);
			};
		},
	},
	notAFolder: {
		problem: 'disk.permission',
		isPossible: true,
		begin: async place => {
			await writeFile(place.folder, '');
			return () => rm(place.folder);
		},
	},
};

/** What the secret store, or the storage of the facts beside it, can do instead of its work; all are one problem. */
export const KEYRING_FAULTS = {
	throw: 'token.keyring',
	throwAfter: 'token.keyring',
	lose: 'token.keyring',
	hang: 'token.keyring',
} as const satisfies Record<SecretFault, ProblemCode>;

export const FACTS_FAULTS = {
	throw: 'token.keyring',
	throwAfter: 'token.keyring',
} as const satisfies Record<MementoFault, ProblemCode>;

/** What can be wrong with where a run's pictures, sounds and films go. */
export const MEDIA_FAULTS: Readonly<Record<Exclude<FolderFault, 'readOnly'>, StorageFault>> = {
	full: {
		problem: 'disk.full',
		isPossible: existsSync('/dev/full'),
		// The names of a run's files are numbers with the ending of what they hold.
		begin: place => {
			const listening = place.runs.onDidChange(event => {
				if (event.type === 'run') {
					const folder = path.join(place.folder, 'media', event.run.id);
					mkdirSync(folder, { recursive: true });
					for (const ending of ['png', 'wav', 'mp4', 'flac']) {
						symlinkSync('/dev/full', path.join(folder, `0.${ending}`));
					}
				}
			});
			return Promise.resolve(() => {
				listening.dispose();
				return Promise.resolve();
			});
		},
	},
	notAFolder: {
		problem: 'disk.permission',
		isPossible: true,
		begin: async place => {
			const folder = path.join(place.folder, 'media');
			await mkdir(place.folder, { recursive: true });
			await writeFile(folder, '');
			return () => rm(folder);
		},
	},
};
