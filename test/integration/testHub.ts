import type { LoopbackHub } from '../hub/loopbackHub';

/** The loopback Hub that the extension under test is pointed at. It runs in the process that has started VS Code. */
export type TestHub = Pick<LoopbackHub, 'origin' | 'routerOrigin' | 'tokens'>;

/** The Hub of this run, as its launcher hands it over. */
export function testHub(): TestHub {
	const value = process.env.HF_WORKBENCH_TEST_HUB;
	if (!value) {
		throw new Error('The suite has to be started with `npm run test:integration`.');
	}
	return JSON.parse(value) as TestHub;
}
