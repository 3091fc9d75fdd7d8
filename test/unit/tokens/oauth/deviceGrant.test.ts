import assert from 'node:assert/strict';
import { readGrant } from '../../../../src/tokens/oauth/deviceGrant';
import { ProblemError } from '../../../../src/util/problemError';

const HUB = 'https://hub.example/mirror';
const ANSWER = {
	device_code: 'd',
	user_code: 'ABCD-EFGH',
	verification_uri: 'https://hub.example/oauth/device',
	verification_uri_complete: 'https://hub.example/oauth/device?user_code=ABCD-EFGH',
	interval: 5,
	expires_in: 900,
};

describe('the answer to a sign-in', () => {
	it('is read, with what the protocol says where it does not', () => {
		const whole = {
			deviceCode: 'd',
			userCode: 'ABCD-EFGH',
			page: 'https://hub.example/oauth/device?user_code=ABCD-EFGH',
			interval: 5,
			expiresIn: 900,
		};
		assert.deepEqual(readGrant(ANSWER, HUB), whole);
		const bare = { ...ANSWER, verification_uri_complete: undefined, interval: undefined };
		assert.deepEqual(readGrant(bare, HUB), whole);
		assert.deepEqual(readGrant({ ...ANSWER, interval: 1e9, expires_in: -1 }, HUB), {
			...whole,
			interval: 60,
			expiresIn: 3600,
		});
	});

	it('may name huggingface.co behind a mirror, and no other page', () => {
		const at = (url: string) => ({ ...ANSWER, verification_uri_complete: url });
		assert.equal(
			readGrant(at('https://huggingface.co/oauth/device?x'), HUB).page,
			'https://huggingface.co/oauth/device?x',
		);
		for (const url of [
			'https://hub.example.evil.test/oauth/device',
			'https://evil.test/?https://hub.example',
			'https://hub.example@evil.test/',
			'https://user:pass@hub.example/oauth/device',
			'command:workbench.action.quit',
			'http://hub.example/oauth/device',
			'nonsense',
		]) {
			assert.throws(() => readGrant(at(url), HUB), ProblemError, url);
		}
	});

	it('is refused where something is missing or strange', () => {
		for (const answer of [
			undefined,
			[],
			'text',
			{},
			{ ...ANSWER, device_code: '' },
			{ ...ANSWER, user_code: 'A' },
			{ ...ANSWER, user_code: 'ABCD [x](command:y)' },
			{ ...ANSWER, verification_uri: undefined, verification_uri_complete: undefined },
		]) {
			assert.throws(() => readGrant(answer, HUB), ProblemError, JSON.stringify(answer));
		}
	});
});
