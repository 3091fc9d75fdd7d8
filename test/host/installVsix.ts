import path from 'node:path';
import { isolatedEnv } from './isolatedEnv';
import { runProgram } from './runProgram';
import type { WebBuild } from './webBuild';

/** Installs a packaged extension into a data folder of the web build, so that the very file that ships is what runs. */
export async function installVsix(build: WebBuild, vsix: string, dataDir: string): Promise<void> {
	const { code, output } = await runProgram(
		build.node,
		[
			path.join(__dirname, 'webBuild/serverEntry.mjs'),
			build.folder,
			...['--server-data-dir', dataDir, '--extensions-dir', path.join(dataDir, 'extensions')],
			...['--install-extension', path.resolve(vsix), '--force'],
		],
		{ env: { ...isolatedEnv(dataDir), EXTENSIONS_GALLERY: '{"serviceUrl":""}' } },
	);
	if (code !== 0 || !output.includes('successfully installed')) {
		throw new Error(`${vsix} could not be installed (the server ended with ${code}):\n${output}`);
	}
}
