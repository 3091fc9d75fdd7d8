import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseModelChoice } from '../../../src/editor/modelChoice';

describe('a model by name', () => {
	it('may have a provider', () => {
		assert.deepEqual(parseModelChoice('acme/model'), { model: 'acme/model' });
		assert.deepEqual(parseModelChoice(' acme/model:groq '), { model: 'acme/model', provider: 'groq' });
		assert.deepEqual(parseModelChoice('acme/model:'), { model: 'acme/model' });
	});
});
