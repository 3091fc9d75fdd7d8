import assert from 'node:assert/strict';
import type { Problem } from '../../../src/shared/problem';
import { rowRemedy } from '../../../src/trees/rowRemedy';
import { wordProblemWithoutRun } from '../../../src/ui/wordProblemWithoutRun';

const CASES: ReadonlyArray<readonly [Problem, string | undefined]> = [
	[{ code: 'network.offline', host: 'hub.example' }, undefined],
	[{ code: 'server', status: 500 }, undefined],
	[{ code: 'rateLimited', resetSeconds: 30 }, undefined],
	[{ code: 'protocol', detail: 'x' }, undefined],
	[{ code: 'unexpected', detail: 'x' }, undefined],
	[{ code: 'token.missing', permission: 'hub.read' }, 'hfWorkbench.addToken'],
	[{ code: 'token.invalid', tokenKey: 'vault/1' }, 'hfWorkbench.replaceToken'],
	[{ code: 'token.invalid', tokenKey: 'environment/HF_TOKEN#abc' }, 'hfWorkbench.switchToken'],
	[{ code: 'network.proxy', host: 'hub.example', detail: 'x' }, 'hfWorkbench.openSettings'],
];

describe('what a click on a row with a problem does', () => {
	for (const [problem, command] of CASES) {
		it(`for ${JSON.stringify(problem)}: ${command ?? 'load again'}`, () => {
			const remedy = rowRemedy(wordProblemWithoutRun(problem).remedies);
			assert.equal(remedy && 'command' in remedy ? remedy.command : undefined, command);
		});
	}
});
