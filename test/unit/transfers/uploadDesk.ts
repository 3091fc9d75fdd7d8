import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { planUpload } from '../../../src/hub/transfers/upload/planUpload';
import { runUpload, type UploadOrder, type UploadResult } from '../../../src/hub/transfers/upload/runUpload';
import type { UploadPlan, UploadSource } from '../../../src/hub/transfers/upload/uploadPlan';
import type { Problem } from '../../../src/shared/problem';
import type { RepoRef } from '../../../src/shared/repoType';
import { problemOf } from '../../../src/util/problemOf';
import { forever, type TransferPlace, transferPlace } from './transferPlace';

/** A folder to upload, and a repo that it may be uploaded to with the token of whoever may write. */
export interface UploadDesk {
	readonly place: TransferPlace;
	readonly repo: RepoRef;
	/** Writes a file of the folder. */
	readonly write: (file: string, content: string | Uint8Array) => Promise<void>;
	readonly plan: (more?: Partial<UploadSource>) => Promise<UploadPlan>;
	/** All of a plan, and no deletions, where nothing else is said. */
	readonly order: (made: UploadPlan, more?: Partial<UploadOrder>) => UploadOrder;
	readonly run: (made: UploadOrder) => Promise<UploadResult>;
	/** The files of a repo, by their paths. */
	readonly onHub: (revision?: string, id?: string) => Map<string, Buffer>;
	readonly codeOf: (work: Promise<unknown>) => Promise<Problem['code']>;
}

export function uploadDesk(): UploadDesk {
	const place = transferPlace({ deltaGapMs: 0, partBytes: 1_000_000 });
	const repo: RepoRef = { type: 'model', id: 'acme/support-chat' };
	beforeEach(() => {
		place.token = 'write';
	});
	return {
		place,
		repo,
		write: async (file, content) => {
			const full = path.join(place.folder, 'mine', file);
			await mkdir(path.dirname(full), { recursive: true });
			await writeFile(full, content);
		},
		plan: (more = {}) =>
			planUpload(
				place.deps,
				{ repo, folder: path.join(place.folder, 'mine'), branch: 'main', ...more },
				forever,
				() => undefined,
			),
		order: (made, more = {}) => ({
			plan: made,
			files: made.files,
			deleted: [],
			title: 'Upload from the editor',
			description: 'All of it.',
			asPullRequest: false,
			...more,
		}),
		run: made => runUpload(place.deps, made, forever, () => undefined),
		onHub: (revision, id = repo.id) =>
			new Map(
				[...place.hub.files('model', id, revision)].map(([file, content]) => [file, Buffer.from(content)]),
			),
		codeOf: async work => {
			const error: unknown = await work.then(
				() => undefined,
				(reason: unknown) => reason,
			);
			return problemOf(error).code;
		},
	};
}
