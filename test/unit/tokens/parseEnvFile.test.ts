import assert from 'node:assert/strict';
import { parseEnvFile } from '../../../src/tokens/parseEnvFile';

describe('the tokens of an .env file', () => {
	const ROWS: ReadonlyArray<readonly [string, string, ReadonlyArray<readonly [string, string]>]> = [
		['a bare value', 'HF_TOKEN=a', [['HF_TOKEN', 'a']]],
		['quotes, export and a comment', 'export HF_TOKEN="a" # mine', [['HF_TOKEN', 'a']]],
		[
			'both variables',
			'HUGGING_FACE_HUB_TOKEN=b\nX=1\nHF_TOKEN=a\n',
			[
				['HF_TOKEN', 'a'],
				['HUGGING_FACE_HUB_TOKEN', 'b'],
			],
		],
		['nothing where it is empty', 'HF_TOKEN=\n', []],
		['nothing that is commented out', '# HF_TOKEN=a', []],
		['nothing of other names', 'MY_HF_TOKEN=a\n__proto__=b\nconstructor=c', []],
	];
	for (const [what, text, expected] of ROWS) {
		it(`are ${what}`, () => {
			assert.deepEqual(
				parseEnvFile('.env', text).map(({ variable, value }) => [variable, value]),
				expected,
			);
		});
	}
});
