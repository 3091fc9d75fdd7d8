import assert from 'node:assert/strict';
import type { Permission } from '../../../../src/shared/permission';
import { scopesKept } from '../../../../src/tokens/oauth/scopes';

const ROWS: ReadonlyArray<readonly [string, readonly string[], readonly Permission[], readonly string[]]> = [
	['nothing where there was nothing', [], ['inference'], []],
	[
		'what goes with what is still wanted',
		['manage-repos', 'inference-api'],
		['hub.write', 'hub.read', 'inference'],
		['manage-repos', 'inference-api'],
	],
	['nothing of what is not wanted any more', ['jobs', 'manage-repos'], ['inference', 'hub.read'], []],
	[
		'what none of the purposes is about: an extension asked for it',
		['write-discussions', 'openid'],
		['inference'],
		['write-discussions', 'openid'],
	],
];

describe('what an earlier sign-in was granted', () => {
	for (const [what, earlier, wanted, kept] of ROWS) {
		it(`keeps ${what}`, () => {
			assert.deepEqual(scopesKept(earlier, new Set(wanted)), kept);
		});
	}
});
