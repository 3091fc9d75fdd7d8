import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { RepoRef } from '../../../src/shared/repoType';
import { parseRepoRef } from '../../../src/util/parseRepoRef';

const HUB = 'https://huggingface.co';
const MODEL: RepoRef = { type: 'model', id: 'Qwen/Qwen3-8B' };

const ROWS: ReadonlyArray<readonly [typed: string, hub: string, expected: RepoRef | undefined]> = [
	['Qwen/Qwen3-8B', HUB, MODEL],
	[' Qwen/Qwen3-8B/ ', HUB, MODEL],
	['models/Qwen/Qwen3-8B', HUB, MODEL],
	['gpt2', HUB, { type: 'model', id: 'gpt2' }],
	['datasets/bigcode/the-stack', HUB, { type: 'dataset', id: 'bigcode/the-stack' }],
	['datasets/squad', HUB, { type: 'dataset', id: 'squad' }],
	['spaces/acme/demo', HUB, { type: 'space', id: 'acme/demo' }],
	[`${HUB}/Qwen/Qwen3-8B`, HUB, MODEL],
	[`${HUB}/Qwen/Qwen3-8B/tree/main?x=1#top`, HUB, MODEL],
	[`https://hf.co/Qwen/Qwen3-8B`, HUB, MODEL],
	[
		`${HUB}/datasets/bigcode/the-stack/blob/main/README.md`,
		HUB,
		{ type: 'dataset', id: 'bigcode/the-stack' },
	],
	['https://hub.acme.example/base/Qwen/Qwen3-8B', 'https://hub.acme.example/base', MODEL],
	['https://elsewhere.example/Qwen/Qwen3-8B', HUB, undefined],
	['https://huggingface.co.elsewhere.example/Qwen/Qwen3-8B', HUB, undefined],
	['', HUB, undefined],
	['two words', HUB, undefined],
	['a/b/c', HUB, undefined],
	['../secrets', HUB, undefined],
	['datasets/../x', HUB, undefined],
];

describe('a repo as people write it', () => {
	for (const [typed, hub, expected] of ROWS) {
		it(`“${typed}”: ${expected ? `${expected.type} ${expected.id}` : 'none'}`, () =>
			assert.deepEqual(parseRepoRef(typed, hub), expected));
	}
});
