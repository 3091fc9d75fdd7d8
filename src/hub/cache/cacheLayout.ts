import path from 'node:path';
import { isRepoId } from '../../util/isRepoId';
import { REPO_TYPES, type RepoRef } from '../../shared/repoType';

/**
 * The paths of one repo in the cache that all Hugging Face tools share: `<type>s--<owner>--<name>/` with `blobs/<etag>`,
 * `refs/<revision>` (a file that holds the commit), and `snapshots/<commit>/<path>`, which are links into `blobs` or, where
 * there are no links, the files themselves.
 */
export class CacheLayout {
	readonly folder: string;

	constructor(
		private readonly root: string,
		repo: RepoRef,
	) {
		this.folder = path.join(root, `${repo.type}s--${repo.id.replaceAll('/', '--')}`);
	}

	get blobs(): string {
		return path.join(this.folder, 'blobs');
	}

	/** `tag` is the git id or the sha256 of the content, without quotes. */
	blob(tag: string): string {
		return path.join(this.blobs, tag);
	}

	incomplete(tag: string): string {
		return path.join(this.blobs, `${tag}.incomplete`);
	}

	/** Beside the locks of the Python library, which have the same names without the last ending. */
	lock(tag: string): string {
		return path.join(this.root, '.locks', path.basename(this.folder), `${tag}.lock.workbench`);
	}

	snapshot(commit: string): string {
		return path.join(this.folder, 'snapshots', commit);
	}

	/** `file` is relative, with `/`, and has been found safe. */
	file(commit: string, file: string): string {
		return path.join(this.snapshot(commit), ...file.split('/'));
	}

	/** A revision with slashes, such as `refs/pr/1`, is in folders of its own. */
	ref(revision: string): string {
		return path.join(this.folder, 'refs', ...revision.split('/'));
	}
}

/** The repo that a folder of the cache is for; nothing for any other folder. Ids have no `--` of their own. */
export function repoOfFolder(name: string): RepoRef | undefined {
	const [plural, ...parts] = name.split('--');
	const type = REPO_TYPES.find(one => `${one}s` === plural);
	const id = parts.join('/');
	return type !== undefined && parts.length <= 2 && isRepoId(id) ? { type, id } : undefined;
}
