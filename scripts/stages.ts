import path from 'node:path';
import { projectRoot } from '../test/host/projectRoot';

export type StageName = 'check' | 'unit' | 'page' | 'integration' | 'ui' | 'faults';

/** One step of a whole run, a program of its own. */
export interface Stage {
	/** What Node, or npm, is given. */
	readonly program: 'node' | 'npm';
	readonly args: readonly string[];
	/** What has to be there before it starts. VS Code is needed with both. */
	readonly needs?: 'build' | 'package';
	/** After which it counts as hung, in milliseconds. */
	readonly timeoutMs: number;
}

const mocha = path.join(projectRoot, 'node_modules/mocha/bin/mocha.js');
const c8 = path.join(projectRoot, 'node_modules/c8/bin/c8.js');
const coverage = ['--all', '--include', 'src', '--exclude', '**/*.d.ts', '--reporter', 'text', '--skip-full'];
const minute = 60_000;

/** In the order in which a whole run takes them. */
export const STAGES = {
	check: { program: 'npm', args: ['run', 'check'], timeoutMs: 4 * minute },
	unit: {
		program: 'node',
		args: [c8, ...coverage, process.execPath, mocha, 'test/unit/**/*.test.ts'],
		timeoutMs: 4 * minute,
	},
	page: {
		program: 'node',
		args: [mocha, '--timeout', '120000', 'test/page/**/*.test.ts'],
		needs: 'build',
		timeoutMs: 10 * minute,
	},
	integration: {
		program: 'node',
		args: ['--import', 'tsx', 'test/host/runIntegration.ts'],
		needs: 'build',
		timeoutMs: 10 * minute,
	},
	ui: {
		program: 'node',
		args: [mocha, '--timeout', '120000', 'test/ui/**/*.test.ts'],
		needs: 'package',
		timeoutMs: 15 * minute,
	},
	faults: {
		program: 'node',
		args: [mocha, '--timeout', '120000', 'test/faults/**/*.test.ts'],
		needs: 'package',
		timeoutMs: 15 * minute,
	},
} as const satisfies Record<StageName, Stage>;
