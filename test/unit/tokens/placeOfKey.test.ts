import assert from 'node:assert/strict';
import { originKey, vaultKey } from '../../../src/tokens/originKey';
import { placeOfKey } from '../../../src/tokens/placeOfKey';
import type { TokenReference } from '../../../src/tokens/resolution';

const ROWS: ReadonlyArray<readonly [string, TokenReference | undefined]> = [
	[vaultKey('0f-1'), { kind: 'vault', id: '0f-1' }],
	[originKey({ kind: 'vault', id: '1' }), { kind: 'vault', id: '1' }],
	['environment/HF_TOKEN', { kind: 'environment', variable: 'HF_TOKEN' }],
	[
		originKey({ kind: 'environment', variable: 'HUGGING_FACE_HUB_TOKEN', fingerprint: 'a-_b' }),
		{ kind: 'environment', variable: 'HUGGING_FACE_HUB_TOKEN' },
	],
	['cli', { kind: 'cli' }],
	[originKey({ kind: 'cli', fingerprint: 'abc' }), { kind: 'cli' }],
	[
		originKey({ kind: 'stored', name: 'at work/#1 50%', fingerprint: 'abc' }),
		{ kind: 'stored', name: 'at work/#1 50%' },
	],
	['', undefined],
	['vault/', undefined],
	['environment/PATH#abc', undefined],
	['cli/more', undefined],
	['stored/%', undefined],
	['stored/', undefined],
	['elsewhere/1', undefined],
];

describe('the place that the key of a token is of', () => {
	for (const [key, place] of ROWS) {
		it(`is ${place?.kind ?? 'not known'} for “${key}”`, () => assert.deepEqual(placeOfKey(key), place));
	}
});
