import assert from 'node:assert/strict';
import { cliTokenPath, storedTokensPath } from '../../../src/tokens/cliTokenPath';

const HOME = '/home/ada';

describe('cliTokenPath', () => {
	for (const [environment, path] of [
		[{}, '/home/ada/.cache/huggingface/token'],
		[{ XDG_CACHE_HOME: '/cache' }, '/cache/huggingface/token'],
		[{ XDG_CACHE_HOME: '/cache', HF_HOME: '/hf' }, '/hf/token'],
		[{ HF_HOME: '/hf', HF_TOKEN_PATH: '/secret/token' }, '/secret/token'],
		[{ HF_HOME: '', HF_TOKEN_PATH: '' }, '/home/ada/.cache/huggingface/token'],
		[{ HF_HOME: '~/hf' }, '/home/ada/hf/token'],
		[{ HF_HOME: '~' }, '/home/ada/token'],
		[{ HF_HOME: '~other/hf' }, '~other/hf/token'],
		[{ HF_HOME: '$DATA/hf', DATA: '/data' }, '/data/hf/token'],
		[{ HF_HOME: '${DATA}/hf', DATA: '/data' }, '/data/hf/token'],
		[{ HF_HOME: '/%DATA%/hf', DATA: 'data' }, '/%DATA%/hf/token'],
		[{ HF_HOME: '$NOWHERE/hf' }, '$NOWHERE/hf/token'],
	] as ReadonlyArray<readonly [Readonly<Record<string, string>>, string]>) {
		it(`is ${path} for ${JSON.stringify(environment)}`, () => {
			assert.equal(cliTokenPath(environment, HOME, 'linux'), path);
		});
	}

	it('has backslashes on Windows', () => {
		const home = 'C:\\Users\\ada';
		assert.equal(cliTokenPath({}, home, 'win32'), 'C:\\Users\\ada\\.cache\\huggingface\\token');
		assert.equal(cliTokenPath({ HF_HOME: '%DRIVE%\\hf', DRIVE: 'D:' }, home, 'win32'), 'D:\\hf\\token');
	});

	it('has all that is stored beside it, whatever else is set', () => {
		assert.equal(storedTokensPath({}, HOME, 'linux'), '/home/ada/.cache/huggingface/stored_tokens');
		assert.equal(storedTokensPath({ HF_TOKEN_PATH: '/run/hf/now' }, HOME, 'linux'), '/run/hf/stored_tokens');
		assert.equal(
			storedTokensPath({ HF_STORED_TOKENS_PATH: '/elsewhere' }, HOME, 'linux'),
			'/home/ada/.cache/huggingface/stored_tokens',
		);
	});
});
