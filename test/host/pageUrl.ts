import path from 'node:path';
import type { WebServer } from './webServer';

export interface PageTarget {
	/** A folder or a `.code-workspace` file; without it an empty window opens. */
	readonly open?: string;
	readonly file?: string;
	/** Both are read only by a server with the test driver; VS Code keeps one development path, the last. */
	readonly extensionDevelopmentPath?: string;
	readonly extensionTestsPath?: string;
}

/** The address at which a VS Code of the web build opens the given folder, file and extension under test. */
export function pageUrl({ origin, port }: Pick<WebServer, 'origin' | 'port'>, target: PageTarget): string {
	const url = new URL(origin);
	if (!target.open) {
		url.searchParams.set('ew', 'true');
	} else if (target.open.endsWith('.code-workspace')) {
		url.searchParams.set('workspace', path.resolve(target.open));
	} else {
		url.searchParams.set('folder', path.resolve(target.open));
	}
	const remote = (file: string) => `vscode-remote://127.0.0.1:${port}${path.resolve(file)}`;
	const payload = Object.entries({
		openFile: target.file,
		extensionDevelopmentPath: target.extensionDevelopmentPath,
		extensionTestsPath: target.extensionTestsPath,
	}).flatMap(([key, file]) => (file ? [[key, remote(file)]] : []));
	url.searchParams.set('payload', JSON.stringify([['skipWelcome', 'true'], ...payload]));
	return url.href;
}
