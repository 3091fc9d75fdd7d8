import { rmSync } from 'node:fs';
import path from 'node:path';
import { installVsix } from '../../host/installVsix';
import { makeRunFolder } from '../../host/makeRunFolder';
import type { WebBuild } from '../../host/webBuild';

const installed = new Map<string, Promise<string>>();

/**
 * A folder of extensions into which the web build has installed the packaged one, once for all windows of this process:
 * VS Code finds what is in it by paths relative to it, so that a copy is as good.
 */
export function extensionsWith(build: WebBuild, vsix: string): Promise<string> {
	const known = installed.get(vsix) ?? install(build, vsix);
	installed.set(vsix, known);
	return known;
}

async function install(build: WebBuild, vsix: string): Promise<string> {
	const folder = makeRunFolder('extensions');
	process.once('exit', () => rmSync(folder.path, { recursive: true, force: true }));
	await installVsix(build, vsix, folder.path);
	return path.join(folder.path, 'extensions');
}
