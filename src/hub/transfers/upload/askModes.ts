import { isRecord } from '../../../util/isRecord';
import { ProblemError } from '../../../util/problemError';
import { problemOf } from '../../../util/problemOf';
import { getJson, type HubWayOptions, onHubWay } from '../hubWay';
import { repoApiUrl } from '../repoUrl';
import { repoFilePath } from './repoFilePath';
import type { UploadSource } from './uploadPlan';

/** How the Hub keeps a file: by hash, beside the repo, or in the repo itself. */
export type UploadMode = 'regular' | 'lfs';

/** A file with what the Hub wants to see of its beginning, as base64. */
export interface Sampled {
	readonly path: string;
	readonly size: number;
	readonly sample: string;
}

/** How the Hub wants some files. */
export interface Modes {
	readonly modes: ReadonlyMap<string, UploadMode>;
	/** Whether it takes them only as a pull request, because the repo is not the user's to write to. */
	readonly onlyProposed: boolean;
}

/** Which files the Hub wants to have by hash. To a repo that one may not write to, they may still be proposed. */
export async function askModes(
	deps: HubWayOptions,
	source: UploadSource,
	files: readonly Sampled[],
	signal: AbortSignal,
): Promise<Modes> {
	if (files.length === 0) {
		return { modes: new Map(), onlyProposed: false };
	}
	try {
		return { modes: await ask(deps, source, files, signal, false), onlyProposed: false };
	} catch (error) {
		if (problemOf(error).code !== 'token.permission') {
			throw error;
		}
		try {
			return { modes: await ask(deps, source, files, signal, true), onlyProposed: true };
		} catch (again) {
			// That it may not be written to says more than that nothing may be proposed either.
			throw problemOf(again).code === 'token.permission' ? error : again;
		}
	}
}

async function ask(
	deps: HubWayOptions,
	source: UploadSource,
	files: readonly Sampled[],
	signal: AbortSignal,
	asProposal: boolean,
): Promise<ReadonlyMap<string, UploadMode>> {
	const { repo, branch } = source;
	const names = new Map(files.map(({ path }) => [repoFilePath(source, path), path]));
	const question = { repo, permission: 'hub.write', signal, isProposal: asProposal } as const;
	return onHubWay(deps, question, async way => {
		const query = asProposal ? '?create_pr=1' : '';
		const url = `${repoApiUrl(way.hub, repo)}/preupload/${encodeURIComponent(branch)}${query}`;
		const answer = await getJson(way, url, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({
				files: files.map(({ path, size, sample }) => ({ path: repoFilePath(source, path), size, sample })),
			}),
		});
		const list = isRecord(answer) && Array.isArray(answer.files) ? (answer.files as unknown[]) : undefined;
		if (!list) {
			throw new ProblemError({ code: 'protocol', detail: 'The Hub did not say how files are to be sent.' });
		}
		return new Map(
			list.flatMap(one => {
				const name = isRecord(one) && typeof one.path === 'string' ? names.get(one.path) : undefined;
				return isRecord(one) && name !== undefined
					? [[name, one.uploadMode === 'lfs' ? 'lfs' : 'regular'] as const]
					: [];
			}),
		);
	});
}
