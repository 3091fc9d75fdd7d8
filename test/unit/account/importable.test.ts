import assert from 'node:assert/strict';
import { importable } from '../../../src/account/importable';
import type { SourceFacts } from '../../../src/tokens/sourceFacts';
import { makeTestTokens } from '../../hub/testTokens';

const { read: one, write: two, otherUser: three } = makeTestTokens();

describe('the tokens that can be imported', () => {
	const environment = [
		{ variable: 'HF_TOKEN', value: one },
		{ variable: 'HUGGING_FACE_HUB_TOKEN', value: two },
	] as const;
	const files = [
		{ path: '.env', variable: 'HF_TOKEN', value: two },
		{ path: 'notes/.env', variable: 'HF_TOKEN', value: three },
	] as const;

	it('are each value once, with all the places that it was found in', () => {
		assert.deepEqual(importable(environment, files), [
			{ value: one, variable: 'HF_TOKEN', places: ['the environment'], files: [] },
			{
				value: two,
				variable: 'HUGGING_FACE_HUB_TOKEN',
				places: ['the environment', '.env'],
				files: ['.env'],
			},
			{ value: three, variable: 'HF_TOKEN', places: ['notes/.env'], files: ['notes/.env'] },
		]);
	});

	it('are named with what is wrong with them where they are none, without the value of a variable', () => {
		const facts: readonly SourceFacts[] = [
			{ origin: { kind: 'environment', variable: 'HF_TOKEN' }, format: 'badCharacter', wrappings: [] },
			{
				origin: { kind: 'environment', variable: 'HUGGING_FACE_HUB_TOKEN' },
				format: 'ok',
				wrappings: [],
			},
			{ origin: { kind: 'cli', path: '/token' }, format: 'notHf', wrappings: [] },
		];
		const found = importable([], [{ path: '.env', variable: 'HF_TOKEN', value: 'hf_x' }], facts);
		assert.deepEqual(
			found.map(({ places, wrong, value }) => [places, value, wrong]),
			[
				[['.env'], 'hf_x', 'This is too short for an access token. Copy it whole.'],
				[['the environment'], '', 'There is a character in it that no access token has. Copy it again.'],
			],
		);
	});

	it('are not what is set to nothing', () => {
		const facts: SourceFacts = {
			origin: { kind: 'environment', variable: 'HF_TOKEN' },
			format: 'empty',
			wrappings: ['quotes'],
		};
		assert.deepEqual(importable([], [], [facts]), []);
	});
});
