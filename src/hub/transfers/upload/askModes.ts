import { isRecord } from '../../../util/isRecord';
import { ProblemError } from '../../../util/problemError';
import { getJson, type HubWayOptions, onHubWay } from '../hubWay';
import { repoApiUrl } from '../repoUrl';
import type { UploadSource } from './uploadPlan';

/** How the Hub keeps a file: by hash, beside the repo, or in the repo itself. */
export type UploadMode = 'regular' | 'lfs';

/** A file with what the Hub wants to see of its beginning, as base64. */
export interface Sampled {
	readonly path: string;
	readonly size: number;
	readonly sample: string;
}

/** Which files the Hub wants to have by hash. */
export async function askModes(
	deps: HubWayOptions,
	{ repo, branch }: UploadSource,
	files: readonly Sampled[],
	signal: AbortSignal,
): Promise<ReadonlyMap<string, UploadMode>> {
	if (files.length === 0) {
		return new Map();
	}
	return onHubWay(deps, { repo, permission: 'hub.write', signal }, async way => {
		const url = `${repoApiUrl(way.hub, repo)}/preupload/${encodeURIComponent(branch)}`;
		const answer = await getJson(way, url, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({
				files: files.map(({ path, size, sample }) => ({ path, size, sample })),
			}),
		});
		const list = isRecord(answer) && Array.isArray(answer.files) ? (answer.files as unknown[]) : undefined;
		if (!list) {
			throw new ProblemError({ code: 'protocol', detail: 'The Hub did not say how files are to be sent.' });
		}
		return new Map(
			list.flatMap(one =>
				isRecord(one) && typeof one.path === 'string'
					? [[one.path, one.uploadMode === 'lfs' ? 'lfs' : 'regular'] as const]
					: [],
			),
		);
	});
}
