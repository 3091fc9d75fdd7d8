import type { RepoRef, RepoType } from '../shared/repoType';
import { isRepoId } from './isRepoId';

const PREFIXES: ReadonlyArray<readonly [prefix: string, type: RepoType]> = [
	['datasets/', 'dataset'],
	['spaces/', 'space'],
	['models/', 'model'],
];

/**
 * The repo that a person means by `Qwen/Qwen3-8B`, `datasets/org/name`, `spaces/org/name` or the address of one of its
 * pages. `hub` is the Hub's own address; another site's is no repo.
 */
export function parseRepoRef(typed: string, hub: string): RepoRef | undefined {
	const path = pathOf(typed.trim(), hub);
	if (path === undefined) {
		return undefined;
	}
	const [prefix = '', type = 'model'] = PREFIXES.find(([start]) => path.startsWith(start)) ?? [];
	const id = path.slice(prefix.length);
	return isRepoId(id) ? { type, id } : undefined;
}

/** What names the repo, without the page of it that an address leads to. */
function pathOf(typed: string, hub: string): string | undefined {
	if (!/^https?:\/\//i.test(typed)) {
		return typed.replace(/^\/+|\/+$/g, '');
	}
	const isHubs = [hub, 'https://huggingface.co', 'https://hf.co'].some(
		start => typed === start || typed.startsWith(`${start}/`),
	);
	if (!isHubs || !URL.canParse(typed)) {
		return undefined;
	}
	const base = typed.startsWith(`${hub}/`) ? new URL(hub).pathname.replace(/\/+$/, '') : '';
	const segments = new URL(typed).pathname
		.slice(base.length)
		.split('/')
		.filter(segment => segment !== '');
	const length = PREFIXES.some(([start]) => start === `${segments[0] ?? ''}/`) ? 3 : 2;
	return segments.slice(0, length).join('/');
}
