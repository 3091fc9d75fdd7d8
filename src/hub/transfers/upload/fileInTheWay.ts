import { isRecord } from '../../../util/isRecord';
import { getJson, type HubWayOptions, onHubWay } from '../hubWay';
import { repoApiUrl } from '../repoUrl';
import type { UploadSource } from './uploadPlan';

/** The file of a repo that stands where a folder, or one that it is in, would have to be; nothing where none does. */
export function fileInTheWay(
	options: HubWayOptions,
	{ repo, branch }: Pick<UploadSource, 'repo' | 'branch'>,
	folder: string,
	signal: AbortSignal,
): Promise<string | undefined> {
	const names = folder.split('/');
	const paths = names.map((_, index) => names.slice(0, index + 1).join('/'));
	return onHubWay(options, { repo, permission: 'hub.read', signal }, async way => {
		const url = `${repoApiUrl(way.hub, repo)}/paths-info/${encodeURIComponent(branch)}`;
		const answer = await getJson(way, url, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ paths, expand: false }),
		});
		const entries: readonly unknown[] = Array.isArray(answer) ? answer : [];
		return paths.find(path =>
			entries.some(entry => isRecord(entry) && entry.type === 'file' && entry.path === path),
		);
	});
}
