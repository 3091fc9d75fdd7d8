import assert from 'node:assert/strict';
import { modelArgument } from '../../../src/trees/modelArgument';

const CASES: ReadonlyArray<readonly [unknown, string | undefined]> = [
	['Qwen/Qwen3-8B', 'Qwen/Qwen3-8B'],
	['gpt2', 'gpt2'],
	['meta-llama/Llama-3.1-8B-Instruct', 'meta-llama/Llama-3.1-8B-Instruct'],
	[{ modelId: 'Qwen/Qwen3-8B', id: 'trending/Qwen/Qwen3-8B' }, 'Qwen/Qwen3-8B'],
	[undefined, undefined],
	[{}, undefined],
	[['a/b'], undefined],
	['', undefined],
	['a/b/c', undefined],
	['../secrets', undefined],
	['a/..', undefined],
	['a/b?x=1', undefined],
	['a b/c', undefined],
	['https://elsewhere.example/a', undefined],
	[{ modelId: 7 }, undefined],
];

describe('modelArgument', () => {
	for (const [argument, expected] of CASES) {
		it(`reads ${JSON.stringify(argument)} as ${expected ?? 'nothing'}`, () =>
			assert.equal(modelArgument(argument), expected));
	}
});
