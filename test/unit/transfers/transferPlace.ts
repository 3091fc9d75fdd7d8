import { mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Download, DownloadTarget } from '../../../src/hub/transfers/download';
import { HubAnswers } from '../../../src/hub/hubAnswers';
import { listRepoFiles, resolveCommit } from '../../../src/hub/transfers/hubFiles';
import { PartLedger } from '../../../src/hub/transfers/upload/partLedger';
import type { UploadDeps } from '../../../src/hub/transfers/upload/uploadDeps';
import { FileThreadClient } from '../../../src/hub/thread/fileThreadClient';
import { RateLimits } from '../../../src/net/rateLimits';
import type { RepoRef } from '../../../src/shared/repoType';
import type { LoopbackHub, LoopbackHubOptions } from '../../hub/loopbackHub';
import type { TokenName } from '../../hub/testTokens';
import { runningHub } from '../hub-server/runningHub';
import { startFileThread } from './startFileThread';

export const forever = new AbortController().signal;

/** A Hub, a thread and an empty folder for the tests of one suite. */
export interface TransferPlace {
	readonly hub: LoopbackHub;
	/** Emptied after each test. */
	readonly folder: string;
	readonly deps: UploadDeps;
	/** Whose token is used; nobody's without. Forgotten after each test. */
	token: TokenName | undefined;
	/** Another window, which knows what is on the disk. */
	reload(): void;
	/** All files of a repo at a revision, to be brought to a target; default the cache in `folder`. */
	plan(repo: RepoRef, revision?: string, target?: DownloadTarget): Promise<Download>;
}

export function transferPlace(options?: LoopbackHubOptions): TransferPlace {
	const running = runningHub(options);
	let folder = '';
	let parts = new PartLedger('');
	const thread = new FileThreadClient(startFileThread);
	beforeEach(async () => {
		folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'hf-transfers-')));
		place.reload();
	});
	afterEach(async () => {
		place.token = undefined;
		await rm(folder, { recursive: true, force: true });
	});
	after(() => thread.dispose());
	const deps: UploadDeps = {
		endpoints: () => ({ hub: running.hub.origin, router: running.hub.routerOrigin }),
		credentials: () =>
			Promise.resolve(
				place.token && {
					value: running.hub.tokens[place.token],
					name: place.token,
					origins: [running.hub.origin],
				},
			),
		thread,
		pause: (_milliseconds, signal) => Promise.resolve(signal.throwIfAborted()),
		patience: 2_000,
		get parts() {
			return parts;
		},
		limits: new RateLimits(),
		answers: new HubAnswers(),
	};
	const place: TransferPlace = {
		get hub() {
			return running.hub;
		},
		get folder() {
			return folder;
		},
		deps,
		token: undefined,
		reload: () => {
			parts = new PartLedger(path.join(folder, 'parts'));
		},
		plan: async (repo, revision = 'main', target = { kind: 'cache', root: path.join(folder, 'hub') }) => {
			const commit = await resolveCommit(deps, repo, revision, forever);
			const files = await listRepoFiles(deps, repo, { commit }, forever);
			return { repo, revision, commit, files, target };
		},
	};
	return place;
}
