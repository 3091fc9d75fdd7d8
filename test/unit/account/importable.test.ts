import assert from 'node:assert/strict';
import { importable } from '../../../src/account/importable';

describe('the tokens that can be imported', () => {
	const environment = [
		{ variable: 'HF_TOKEN', value: 'one' },
		{ variable: 'HUGGING_FACE_HUB_TOKEN', value: 'two' },
	] as const;
	const files = [
		{ path: '.env', variable: 'HF_TOKEN', value: 'two' },
		{ path: 'notes/.env', variable: 'HF_TOKEN', value: 'three' },
	] as const;

	it('are each value once, with all the places that it was found in', () => {
		assert.deepEqual(importable(environment, files), [
			{ value: 'one', variable: 'HF_TOKEN', places: ['the environment'], files: [] },
			{
				value: 'two',
				variable: 'HUGGING_FACE_HUB_TOKEN',
				places: ['the environment', '.env'],
				files: ['.env'],
			},
			{ value: 'three', variable: 'HF_TOKEN', places: ['notes/.env'], files: ['notes/.env'] },
		]);
	});
});
