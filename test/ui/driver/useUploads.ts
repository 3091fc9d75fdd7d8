import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { before } from 'mocha';
import { addToken } from './addToken';
import type { Pattern } from './pattern';
import type { Session, SessionOptions } from './session';
import { useSession } from './useSession';

/** What the tests of uploads share: a window that is signed in, and how a person begins an upload in it. */
export interface Uploads {
	readonly session: () => Session;
	/** Writes a file of the workspace, its folders as well. */
	readonly write: (file: string, content: string | Uint8Array) => Promise<void>;
	/** Asks for a file or a folder of the workspace to be uploaded; the next question is where to. */
	readonly ask: (row: Pattern) => Promise<void>;
	/** Answers that question with a repo that is there. */
	readonly chooseRepo: (id: string) => Promise<void>;
	/** Both, one after the other. */
	readonly begin: (row: Pattern, id: string) => Promise<void>;
}

/** A session with a token that may write to repos, and files in its workspace. */
export function useUploads(
	options: SessionOptions,
	files: Readonly<Record<string, string | Uint8Array>> = {},
): Uploads {
	const session = useSession(options);
	const write = async (file: string, content: string | Uint8Array) => {
		const full = path.join(session().workspace, file);
		await mkdir(path.dirname(full), { recursive: true });
		await writeFile(full, content);
	};
	before('sign in, and have something to upload', async function () {
		this.timeout(120_000);
		const { workbench, hub } = session();
		await workbench.openContainer();
		await addToken(workbench, hub.tokens.write);
		await workbench.notifications.clear();
		for (const [file, content] of Object.entries(files)) {
			await write(file, content);
		}
	});
	const ask = async (row: Pattern) => {
		await (await session().workbench.explorer.contextMenu(row)).choose('Upload to the Hub…');
	};
	const chooseRepo = async (id: string) => {
		const { quickInput } = session().workbench;
		await quickInput.pick('Existing Repo…');
		await quickInput.submit(id);
	};
	return {
		session,
		write,
		ask,
		chooseRepo,
		begin: async (row, id) => {
			await ask(row);
			await chooseRepo(id);
		},
	};
}
