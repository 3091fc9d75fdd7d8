import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../../host/projectRoot';
import { runProgram } from '../../host/runProgram';

/** The least that an extension can be: one command, registered at the same moment as ours. */
const CONTROL_CODE = `const { commands } = require('vscode');
exports.activate = context =>
	context.subscriptions.push(commands.registerCommand('benchControl.nothing', () => undefined));
`;

/** Packages the control extension under the given publisher, and gives the path of its `.vsix`. */
export async function packageControl(publisher: string, into: string): Promise<string> {
	const folder = path.join(into, `control-${publisher}`);
	const vsix = path.join(into, `control-${publisher}.vsix`);
	mkdirSync(folder);
	writeFileSync(path.join(folder, 'extension.js'), CONTROL_CODE);
	writeFileSync(path.join(folder, 'README.md'), 'Does nothing.\n');
	writeManifest(folder, {
		name: 'control',
		publisher,
		main: './extension.js',
		activationEvents: ['onStartupFinished'],
		contributes: { commands: [{ command: 'benchControl.nothing', title: 'Do Nothing' }] },
	});
	const { code, output } = await runProgram(
		process.execPath,
		[
			path.join(projectRoot, 'node_modules/@vscode/vsce/vsce'),
			'package',
			...['--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', vsix],
		],
		{ cwd: folder },
	);
	if (code !== 0) {
		throw new Error(`The control extension could not be packaged:\n${output}`);
	}
	return vsix;
}

/** Makes the extension in whose suite the marks are read: VS Code runs suites only in one under development. */
export async function makeSuiteExtension(into: string): Promise<{ folder: string; suite: string }> {
	const folder = path.join(into, 'suite');
	const suite = path.join(folder, 'suite.js');
	mkdirSync(folder);
	writeManifest(folder, { name: 'suite', publisher: 'bench' });
	await build({
		entryPoints: [path.join(__dirname, 'suite.ts')],
		outfile: suite,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		external: ['vscode'],
		logLevel: 'warning',
	});
	return { folder, suite };
}

function writeManifest(folder: string, manifest: Readonly<Record<string, unknown>>): void {
	const { engines } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
		engines: unknown;
	};
	writeFileSync(
		path.join(folder, 'package.json'),
		JSON.stringify({ version: '1.0.0', description: 'Of the benchmarks.', engines, ...manifest }),
	);
}
