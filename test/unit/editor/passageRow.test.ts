import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { passageRow } from '../../../src/editor/passageRow';

const row = (text: string) =>
	passageRow({ kind: 'paragraph', text, parts: [text], start: 0, end: text.length, joined: false });

describe('a passage in a pick list', () => {
	it('says how large it is and how it begins', () => {
		assert.deepEqual(row('\n  first \nsecond\n'), {
			label: '$(list-selection) Paragraph',
			description: '2 lines, 17 characters',
			detail: 'first',
		});
	});

	it('counts one line and one character as one', () => {
		assert.equal(row('x').description, '1 line, 1 character');
		assert.equal(row('😀').description, '1 line, 1 character');
		assert.equal(row('x'.repeat(1234)).description, '1 line, 1,234 characters');
	});

	it('shortens a long line without cutting a character in half', () => {
		assert.equal(row('😀'.repeat(61)).detail, `${'😀'.repeat(59)}…`);
		assert.equal(row('x'.repeat(60)).detail, 'x'.repeat(60));
	});
});
