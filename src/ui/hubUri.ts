import * as vscode from 'vscode';
import type { RepoType } from '../shared/repoType';
import { isRepoType } from '../shared/repoType';
import { isRepoId } from '../util/isRepoId';
import { HUB_SCHEME } from '../viewId';

/** A file, or a folder, of a repo at a revision, as the address of a document says it. */
export interface HubLocation {
	readonly type: RepoType;
	readonly id: string;
	readonly revision: string;
	/** From the root of the repo, with slashes; empty for the root. */
	readonly path: string;
}

/**
 * `hf://models/Qwen/Qwen3-8B@main/config.json`. The type is the authority, which the editor may write in small letters; ids
 * keep theirs in the path. In a revision `/` is written as `~`, which no git name has.
 */
export function hubUri({ type, id, revision, path }: HubLocation): vscode.Uri {
	const suffix = path === '' ? '' : `/${path}`;
	return vscode.Uri.from({
		scheme: HUB_SCHEME,
		authority: `${type}s`,
		path: `/${id}@${revision.replaceAll('/', '~')}${suffix}`,
	});
}

/** What an address stands for, or nothing where it is none of ours. */
export function hubLocation({ scheme, authority, path }: vscode.Uri): HubLocation | undefined {
	const type = authority.endsWith('s') ? authority.slice(0, -1) : authority;
	const match = /^\/([^@]+)@([^/]+)(?:\/(.*))?$/.exec(path);
	const [, id = '', revision = '', rest = ''] = match ?? [];
	const segments = rest.split('/').filter(segment => segment !== '');
	return scheme === HUB_SCHEME &&
		isRepoType(type) &&
		isRepoId(id) &&
		!segments.some(segment => segment === '.' || segment === '..')
		? { type, id, revision: revision.replaceAll('~', '/'), path: segments.join('/') }
		: undefined;
}
