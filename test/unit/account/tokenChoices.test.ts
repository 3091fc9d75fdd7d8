import assert from 'node:assert/strict';
import { tokenChoices } from '../../../src/account/tokenChoices';
import { originWords } from '../../../src/ui/tokenWords';
import type { Resolution, TokenReason } from '../../../src/tokens/resolution';
import type { TokenRecord } from '../../../src/tokens/tokenRecord';

const record = (id: string, change: Partial<TokenRecord> = {}): TokenRecord => ({
	id,
	name: `token ${id}`,
	user: 'ada',
	role: 'read',
	organisations: [],
	isPro: false,
	addedAt: 0,
	checkedAt: 0,
	state: 'valid',
	...change,
});

function using(id: string | undefined, reason: TokenReason): Resolution {
	return id === undefined
		? { origin: undefined, reason: undefined, passedOver: [] }
		: { origin: { kind: 'vault', id, name: `token ${id}`, user: 'ada' }, reason, passedOver: [] };
}

/** Each choice as one line: `token 1* (Default)`, with a star on the one in use. */
function lines(...parameters: Parameters<typeof tokenChoices>): string[] {
	return tokenChoices(...parameters).map(choice => {
		switch (choice.type) {
			case 'token':
				return `${choice.record.name}${choice.used ? '*' : ''}${choice.detail === '' ? '' : ` (${choice.detail})`}`;
			case 'outside':
				return `${originWords(choice.origin)}${choice.used ? '*' : ''}${choice.detail === '' ? '' : ` (${choice.detail})`}`;
			case 'default':
				return `default: ${choice.name ?? 'none'}`;
			case 'forWorkspace':
			case 'add':
				return choice.type;
		}
	});
}

describe('what a token can be switched to', () => {
	it('marks the default that is in use', () => {
		assert.deepEqual(lines([record('1'), record('2')], using('1', 'default'), '1', false), [
			'token 1* (Default)',
			'token 2',
			'add',
		]);
	});

	it('offers a choice for the workspace where one is open', () => {
		assert.deepEqual(lines([record('1')], using('1', 'default'), '1', true), [
			'token 1* (Default)',
			'forWorkspace',
			'add',
		]);
	});

	it('offers the way back to the default from a workspace’s own choice', () => {
		assert.deepEqual(lines([record('1'), record('2')], using('2', 'workspace'), '1', true), [
			'token 1 (Default)',
			'token 2* (Chosen for this workspace)',
			'forWorkspace',
			'default: token 1',
			'add',
		]);
	});

	it('says that a token was refused', () => {
		const records = [record('1', { state: 'expired' }), record('2', { state: 'invalid' })];
		assert.deepEqual(lines(records, using('1', 'default'), '1', false), [
			'token 1* (Default · Expired)',
			'token 2 (Refused by the Hub)',
			'add',
		]);
	});

	it('offers only to add one where there is none', () => {
		assert.deepEqual(lines([], using(undefined, 'default'), undefined, true), ['add']);
	});

	it('offers those of elsewhere for this workspace, by where they are', () => {
		const cli = { kind: 'cli', name: 'laptop', path: '/x/token', fingerprint: 'f' } as const;
		const stored = { kind: 'stored', name: 'work', path: '/x/stored_tokens', fingerprint: 'f' } as const;
		const resolution: Resolution = { origin: stored, reason: 'workspace', passedOver: [cli] };
		assert.deepEqual(lines([], resolution, undefined, true), [
			'“work” of the hf command line* (Chosen for this workspace)',
			'“laptop” of the hf command line (For this workspace only)',
			'default: none',
			'add',
		]);
	});

	it('offers the default again where what was chosen is gone', () => {
		const missing = { kind: 'stored', name: 'work' } as const;
		assert.deepEqual(lines([record('1')], { ...using('1', 'default'), missing }, '1', false), [
			'token 1* (Default)',
			'default: token 1',
			'add',
		]);
	});
});
