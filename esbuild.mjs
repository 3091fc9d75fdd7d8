import { rm } from 'node:fs/promises';
import { build, context } from 'esbuild';

/** Constants without state, which may be in the entry and in the later chunks. */
const SHARED_CONSTANTS = new Set(['src/commandId.ts', 'src/viewId.ts']);

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** @type {import('esbuild').BuildOptions} */
const common = {
	bundle: true,
	minify: production,
	sourcemap: production ? false : 'linked',
	legalComments: 'none',
	logLevel: 'warning',
	metafile: true,
	define: { 'process.env.NODE_ENV': '"production"' },
};

/** The entry is CommonJS because the editor loads that fastest; what it loads later is a module and stays outside of it. */
const laterIsAnotherFile = {
	name: 'later-is-another-file',
	setup({ onResolve }) {
		onResolve({ filter: /^\.\/workbench$/ }, ({ kind }) =>
			kind === 'dynamic-import' ? { path: './workbench.mjs', external: true } : undefined,
		);
	},
};

/** Packages in CommonJS ask for Node's own modules by `require`, which a module has only if it makes itself one. */
const requireInModules =
	"import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);";

/** @type {import('esbuild').BuildOptions} */
const host = { ...common, platform: 'node', target: 'node22', external: ['vscode', 'mocha'] };

/** @type {import('esbuild').BuildOptions[]} */
const builds = [
	{
		...host,
		entryPoints: ['src/extension.ts'],
		outfile: 'dist/extension.js',
		format: 'cjs',
		plugins: [laterIsAnotherFile],
	},
	{
		...host,
		entryPoints: ['src/workbench.ts'],
		outdir: 'dist',
		format: 'esm',
		splitting: true,
		banner: { js: requireInModules },
		outExtension: { '.js': '.mjs' },
		chunkNames: 'chunks/[name]-[hash]',
	},
	{
		// A thread has no module loader of the editor's, and needs nothing but Node.
		...host,
		entryPoints: { fileThread: 'src/hub/thread/fileThread.ts' },
		outdir: 'dist',
		format: 'cjs',
	},
	{
		...common,
		entryPoints: {
			page: 'src/webview/main.ts',
			repo: 'src/webview/repo/main.ts',
			doctor: 'src/webview/doctor/main.ts',
		},
		outdir: 'dist',
		platform: 'browser',
		format: 'iife',
		target: 'es2022',
		tsconfig: 'src/webview/tsconfig.json',
		loader: { '.ttf': 'file' },
		assetNames: '[name]',
	},
	...(production
		? []
		: [
				{
					...host,
					entryPoints: ['test/integration/**/*.ts'],
					outdir: 'dist/test/integration',
					format: 'cjs',
					// What is written as a module asks for its own address; CommonJS has none of that name.
					define: { ...host.define, 'import.meta.url': 'moduleAddress' },
					banner: { js: "const moduleAddress = require('node:url').pathToFileURL(__filename).href;" },
				},
			]),
];

await rm('dist', { recursive: true, force: true });
if (watch) {
	const contexts = await Promise.all(builds.map(options => context({ ...options, logLevel: 'info' })));
	await Promise.all(contexts.map(one => one.watch()));
} else {
	const [entry, later] = await Promise.all(builds.map(options => build(options)));
	refuseTwoCopies(entry.metafile, later.metafile);
}

/** A module in both the entry and the later chunks would be there twice, each copy with a state of its own. */
function refuseTwoCopies(entry, later) {
	const twice = Object.keys(entry.inputs).filter(file => file in later.inputs && !SHARED_CONSTANTS.has(file));
	if (twice.length > 0) {
		throw new Error(`In the entry and in the later chunks: ${twice.join(', ')}`);
	}
}
