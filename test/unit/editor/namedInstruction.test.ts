import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { namedInstruction } from '../../../src/editor/namedInstruction';

describe('an instruction by its id', () => {
	for (const [id, title] of [
		['explain', 'Explain'],
		['fix', 'Fix'],
		['document', 'Document'],
		['writeTests', 'Write Tests'],
	] as const) {
		it(`${id} is ${title}`, () => assert.equal(namedInstruction(id)?.title, title));
	}

	it('is nothing for a prompt of one’s own', () => assert.equal(namedInstruction('Say hello'), undefined));
});
