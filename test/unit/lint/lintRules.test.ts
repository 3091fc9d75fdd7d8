import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../host/projectRoot';

interface Report {
	readonly diagnostics: ReadonlyArray<{ readonly filename: string; readonly code: string }>;
}

/** A file of a checkout, what is in it, and the rules that it breaks. */
const FILES: ReadonlyArray<readonly [name: string, text: string, ...rules: readonly string[]]> = [
	['src/util/wait.ts', 'export const wait = async () => Promise.resolve();'],
	['src/workbench.ts', `export { wait } from './util/wait';\nexport { tree } from './trees/tree';`],
	['src/trees/tree.ts', `import { wait } from '../util/wait';\nexport const tree = wait;`],
	['src/trees/domain.ts', `export { hub } from '../hub/hub';`],
	['src/trees/feature.ts', `export * from '../results/runs';`, 'rooms(arrows)'],
	['src/results/runs.ts', `export const runs = () => import('../trees/tree');`, 'rooms(arrows)'],
	['src/results/root.ts', `export { wait } from '../workbench';`, 'rooms(arrows)'],
	['src/results/domains.ts', `export { createDomains } from '../domains';`, 'rooms(arrows)'],
	[
		'src/ui/words.ts',
		`import type { tree } from '../trees/tree';\nexport type W = typeof tree;`,
		'rooms(arrows)',
	],
	['src/hub/hub.ts', `export { wait as hub } from '../util/wait';`],
	['src/hub/deep/words.ts', `export type { W } from '../../ui/words';`, 'rooms(arrows)'],
	['src/hub/editor.ts', `export * as vscode from 'vscode';`, 'eslint(no-restricted-imports)'],
	['src/shared/shared.ts', `export { wait } from '../util/wait';`, 'rooms(arrows)'],
	['src/webview/page.ts', `export { hub } from '../hub/hub';`, 'rooms(arrows)'],
	[
		'src/util/one.ts',
		`import { two } from './two';\nexport const one = (): unknown => two;`,
		'import(no-cycle)',
	],
	[
		'src/util/two.ts',
		`import { one } from './one';\nexport const two = (): unknown => one;`,
		'import(no-cycle)',
	],
	['src/util/any.ts', 'export let x: any;', 'typescript(no-explicit-any)'],
	[
		'test/unit/float.test.ts',
		`import { wait } from '../../src/util/wait';\nwait();`,
		'typescript(no-floating-promises)',
	],
	[
		'test/ui/open.test.ts',
		`const mark = 'seen';\ndeclare const rows: { evaluateAll(f: (all: string[]) => boolean): Promise<boolean> };
export const isSeen = () => rows.evaluateAll(all => all.includes(mark));`,
		'page(closed)',
	],
	[
		'test/ui/closed.test.ts',
		`declare const row: { evaluate<A, R>(f: (row: string, argument: A) => R, argument: A): Promise<R> };
declare class DataTransfer { readonly items: number }
type Length = number;\nconst mark = 'seen';
export const lengths = () => row.evaluate((text, mark): Length => {
	const own = [text, mark].map(one => one.length + new DataTransfer().items);
	return Math.max(...own);
}, mark);`,
	],
];

describe('The lint rules', () => {
	let checkout: string;

	before(() => {
		checkout = mkdtempSync(path.join(os.tmpdir(), 'hf-workbench-lint-'));
		for (const name of [
			'.oxlintrc.json',
			'scripts/roomsPlugin.mjs',
			'scripts/pagePlugin.mjs',
			'tsconfig.base.json',
			'tsconfig.json',
		]) {
			cpSync(path.join(projectRoot, name), path.join(checkout, name));
		}
		symlinkSync(path.join(projectRoot, 'node_modules'), path.join(checkout, 'node_modules'), 'junction');
		for (const [name, text] of FILES) {
			mkdirSync(path.dirname(path.join(checkout, name)), { recursive: true });
			writeFileSync(path.join(checkout, name), `${text}\n`);
		}
	});
	after(() => {
		rmSync(checkout, { recursive: true });
	});

	it('find what must not be, and nothing else', () => {
		const oxlint = path.join(projectRoot, 'node_modules/oxlint/bin/oxlint');
		const { stdout, status } = spawnSync(process.execPath, [oxlint, '.', '--format', 'json'], {
			cwd: checkout,
			encoding: 'utf8',
		});
		const { diagnostics } = JSON.parse(stdout) as Report;
		assert.deepEqual(
			diagnostics.map(({ filename, code }) => `${filename} ${code}`).sort(),
			FILES.flatMap(([name, , ...rules]) => rules.map(rule => `${name} ${rule}`)).sort(),
		);
		assert.equal(status, 1);
	}).timeout(60_000);
});
