import path from 'node:path';
import { projectRoot } from '../test/host/projectRoot';

export type StageName = 'check' | 'unit' | 'page' | 'integration' | 'ui' | 'faults';

/** One step of a whole run, a program of its own. */
export interface Stage {
	/** What Node, or npm, is given. */
	readonly program: 'node' | 'npm';
	readonly args: readonly string[];
	/** The folder of its test files, which come after the arguments: all of them, or a part. */
	readonly suites?: string;
	/** Into how many parts a whole run deals its test files, so that they can run beside one another. */
	readonly parts?: number;
	/** What has to be there before it starts. VS Code is needed with both. */
	readonly needs?: 'build' | 'package';
	/** After which it, or a part of it, counts as hung, in milliseconds. */
	readonly timeoutMs: number;
}

const mocha = path.join(projectRoot, 'node_modules/mocha/bin/mocha.js');
const c8 = path.join(projectRoot, 'node_modules/c8/bin/c8.js');
const coverage = ['--all', '--include', 'src', '--exclude', '**/*.d.ts', '--reporter', 'text', '--skip-full'];
const patient = [mocha, '--timeout', '120000'];
const minute = 60_000;

/** In the order in which a whole run begins them: what takes longest in one piece comes first, so that nothing is left over at the end. */
export const STAGES = {
	check: { program: 'npm', args: ['run', 'check'], timeoutMs: 8 * minute },
	unit: {
		program: 'node',
		args: [c8, ...coverage, process.execPath, mocha],
		suites: 'test/unit',
		timeoutMs: 8 * minute,
	},
	faults: {
		program: 'node',
		args: patient,
		suites: 'test/faults',
		parts: 3,
		needs: 'package',
		timeoutMs: 25 * minute,
	},
	page: {
		program: 'node',
		args: patient,
		suites: 'test/page',
		parts: 2,
		needs: 'build',
		timeoutMs: 15 * minute,
	},
	ui: {
		program: 'node',
		args: patient,
		suites: 'test/ui',
		parts: 6,
		needs: 'package',
		timeoutMs: 25 * minute,
	},
	integration: {
		program: 'node',
		args: ['--import', 'tsx', 'test/host/runIntegration.ts'],
		needs: 'build',
		timeoutMs: 15 * minute,
	},
} as const satisfies Record<StageName, Stage>;
