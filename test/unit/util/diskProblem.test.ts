import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { diskProblem } from '../../../src/util/diskProblem';

describe('an error of the file system', () => {
	for (const [code, expected] of [
		['ENOSPC', 'disk.full'],
		['EDQUOT', 'disk.full'],
		['EACCES', 'disk.permission'],
		['EPERM', 'disk.permission'],
		['EROFS', 'disk.permission'],
		['EMFILE', 'unexpected'],
	] as const) {
		it(`${code} is ${expected}`, () =>
			assert.equal(diskProblem(Object.assign(new Error(code), { code }), '/runs').code, expected));
	}
});
