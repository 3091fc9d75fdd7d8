import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Wrapping, wrappingOf } from '../../../src/tokens/wrappingOf';
import { makeTestTokens } from '../../hub/testTokens';

const { read: token } = makeTestTokens();

const ROWS: ReadonlyArray<
	readonly [what: string, value: string, isFile: boolean, expected: readonly Wrapping[]]
> = [
	['nothing', token, false, []],
	['the line break at the end of a file', `${token}\n`, true, []],
	['a line break in a variable', `${token}\n`, false, ['lineBreaks']],
	['two line breaks in a file', `${token}\n\n`, true, ['lineBreaks']],
	['a line break of Windows', `${token}\r\n`, true, []],
	['blanks', ` ${token} `, false, ['blanks']],
	['quotes', `"${token}"`, false, ['quotes']],
	['quotes and blanks', `' ${token}'`, false, ['quotes']],
	['a name', `HF_TOKEN=${token}`, false, ['assignment']],
	['a header', `Bearer ${token}`, false, ['bearer']],
	['what is not seen', `${token}\u200b`, false, ['invisible']],
	['nothing at all', '', false, []],
	['only blanks', '  ', false, ['blanks']],
];

describe('what stands around a token', () => {
	for (const [what, value, isFile, expected] of ROWS) {
		it(`is known: ${what}`, () => assert.deepEqual(wrappingOf(value, isFile), expected));
	}
});
