import assert from 'node:assert/strict';
import type { Permission } from '../../../src/shared/permission';
import { permissionsOf } from '../../../src/tokens/permissionsOf';

describe('permissionsOf', () => {
	for (const [role, scopes, expected] of [
		['read', undefined, ['hub.read', 'inference']],
		['write', undefined, ['hub.read', 'hub.write', 'inference', 'jobs']],
		['fineGrained', [], ['hub.read']],
		['fineGrained', ['repo.content.read'], ['hub.read']],
		['fineGrained', ['inference.serverless.write'], ['hub.read', 'inference']],
		['fineGrained', ['repo.write', 'job.write'], ['hub.read', 'hub.write', 'jobs']],
		['fineGrained', undefined, undefined],
		['oauth', undefined, undefined],
		['unknown', undefined, undefined],
	] as ReadonlyArray<readonly [string, readonly string[] | undefined, readonly Permission[] | undefined]>) {
		it(`of ${role} with ${scopes?.join(', ') ?? 'no list'}: ${expected?.join(', ') ?? 'not known'}`, () => {
			const permissions = permissionsOf({ role, ...(scopes && { scopes }) });
			assert.deepEqual(permissions && [...permissions], expected);
		});
	}
});
