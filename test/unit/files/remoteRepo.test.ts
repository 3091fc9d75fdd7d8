import assert from 'node:assert/strict';
import fc from 'fast-check';
import { remoteUrls, repoOfRemote } from '../../../src/files/remoteRepo';

const HUB = 'https://hub.test';

const CASES: ReadonlyArray<readonly [string, string | undefined]> = [
	['https://huggingface.co/Qwen/Qwen3-8B', 'model Qwen/Qwen3-8B'],
	['https://huggingface.co/Qwen/Qwen3-8B.git', 'model Qwen/Qwen3-8B'],
	['https://ada:secret@huggingface.co/datasets/ada/notes', 'dataset ada/notes'],
	['https://huggingface.co/spaces/ada/demo/', 'space ada/demo'],
	['https://huggingface.co/gpt2', 'model gpt2'],
	['git@hf.co:Qwen/Qwen3-8B', 'model Qwen/Qwen3-8B'],
	['git@hf.co:datasets/ada/notes.git', 'dataset ada/notes'],
	['ssh://git@hf.co/spaces/ada/demo', 'space ada/demo'],
	['https://hub.test/a/b', 'model a/b'],
	['https://github.com/a/b', undefined],
	['git@github.com:a/b.git', undefined],
	['https://huggingface.co/a/b/c', undefined],
	['https://huggingface.co.evil.test/a/b', undefined],
	['../b', undefined],
	['/srv/git/b.git', undefined],
];

describe('the repo of a git remote', () => {
	for (const [remote, expected] of CASES) {
		it(`${remote} is ${expected ?? 'none'}`, () => {
			const repo = repoOfRemote(remote, HUB);
			assert.equal(repo && `${repo.type} ${repo.id}`, expected);
		});
	}

	it('is read from whatever a remote says', () => {
		fc.assert(fc.property(fc.string(), remote => void repoOfRemote(remote, HUB)));
	});
});

describe('the remotes of a git configuration', () => {
	it('are those of its remotes alone, origin first', () => {
		const config = [
			'[core]\n\turl = no',
			'[remote "backup"]\n\turl = https://backup.test/a',
			'[remote "origin"]\n\tfetch = +refs/heads/*\n\tURL = https://huggingface.co/a/b  ',
			'[branch "main"]\n\turl = no',
		].join('\n');
		assert.deepEqual(remoteUrls(config), ['https://huggingface.co/a/b', 'https://backup.test/a']);
	});
});
