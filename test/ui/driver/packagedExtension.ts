import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../host/projectRoot';

/** The `.vsix` that is tested: the one that `HF_WORKBENCH_VSIX` names, else the one that `npm run package` has made. */
export function packagedExtension(): string {
	const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
		name: string;
		version: string;
	};
	const file =
		process.env.HF_WORKBENCH_VSIX ?? path.join(projectRoot, `${manifest.name}-${manifest.version}.vsix`);
	if (!existsSync(file)) {
		throw new Error(`There is no packaged extension at ${file}. Run \`npm run package\` first.`);
	}
	return file;
}
