import assert from 'node:assert/strict';
import { frontMatter } from '../../../src/util/frontMatter';

describe('front matter', () => {
	const cases: ReadonlyArray<
		readonly [text: string, yaml: string | undefined, isClosed: boolean, below: string]
	> = [
		['---\na: 1\n---\nrest', 'a: 1', true, 'rest'],
		['---\r\na: 1\r\n---\r\nrest', 'a: 1', true, 'rest'],
		['\uFEFF---\na: 1\n---', 'a: 1', true, ''],
		['---\n---\nrest', '', true, 'rest'],
		['---\na: |\n  ---\n---\nrest', 'a: |\n  ---', true, 'rest'],
		['---\na: 1\n--- no\n', 'a: 1\n--- no\n', false, ''],
		['# ---\n---\n', undefined, false, ''],
		['----\na\n---\n', undefined, false, ''],
	];
	for (const [text, yaml, isClosed, below] of cases) {
		it(`is read in ${JSON.stringify(text)}`, () => {
			const found = frontMatter(text);
			assert.equal(found?.yaml, yaml);
			assert.equal(found?.isClosed ?? false, isClosed);
			assert.equal(found ? text.slice(found.end) : '', below);
			assert.equal(found && text.slice(found.from, found.to), yaml);
		});
	}
});
