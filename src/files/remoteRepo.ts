import type { RepoRef } from '../shared/repoType';
import { isRepoId } from '../util/isRepoId';

/** Other names of the Hub's own host, for git. */
const HUB_HOSTS = ['huggingface.co', 'hf.co', 'www.huggingface.co'];

/** The addresses of a git repository's remotes, `origin` first, from the text of its `config`. */
export function remoteUrls(config: string): readonly string[] {
	const remotes: Array<readonly [name: string, url: string]> = [];
	let name: string | undefined;
	for (const line of config.split(/\r?\n/)) {
		const section = /^\s*\[\s*(\w+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\]/.exec(line);
		if (section) {
			name = section[1]?.toLowerCase() === 'remote' ? section[2] : undefined;
		}
		const url = /^\s*url\s*=\s*(.+?)\s*$/i.exec(line)?.[1];
		if (name !== undefined && url !== undefined) {
			remotes.push([name, url]);
		}
	}
	return [...remotes]
		.sort(([a], [b]) => Number(b === 'origin') - Number(a === 'origin'))
		.map(([, url]) => url);
}

/**
 * The repo of the Hub that a git remote leads to. The address may hold a name and a password, which are passed over and go
 * nowhere. `hubUrl` is where the Hub is set to be.
 */
export function repoOfRemote(remote: string, hubUrl: string): RepoRef | undefined {
	const hosts = [...HUB_HOSTS, new URL(hubUrl).host];
	const scp = /^(?:[\w.-]+@)?([\w.-]+):(?!\/\/)(.+)$/.exec(remote);
	const url = scp ? undefined : URL.canParse(remote) ? new URL(remote) : undefined;
	const host = scp ? scp[1] : url?.host;
	const path = scp ? scp[2] : url?.pathname;
	if (host === undefined || path === undefined || !hosts.includes(host)) {
		return undefined;
	}
	const segments = path
		.replace(/\.git$/, '')
		.split('/')
		.filter(segment => segment !== '');
	const type = segments[0] === 'datasets' ? 'dataset' : segments[0] === 'spaces' ? 'space' : 'model';
	const id = (type === 'model' ? segments : segments.slice(1)).join('/');
	return isRepoId(id) ? { type, id } : undefined;
}
