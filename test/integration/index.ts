import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import CountingReporter from '../host/countingReporter';

const caseTimeoutMs = 30_000;

/** What VS Code calls in its extension host: runs every bundled test file beside this one. */
export async function run(): Promise<void> {
	const mocha = new Mocha({
		ui: 'bdd',
		color: process.env.FORCE_COLOR === '1',
		reporter: CountingReporter,
		timeout: caseTimeoutMs,
		forbidOnly: true,
	});
	for (const file of readdirSync(__dirname, { recursive: true, encoding: 'utf8' })) {
		if (file.endsWith('.test.js')) {
			mocha.addFile(path.join(__dirname, file));
		}
	}
	const failures = await new Promise<number>(resolve => mocha.run(resolve));
	if (failures > 0) {
		throw new Error(`${failures} failed.`);
	}
}
