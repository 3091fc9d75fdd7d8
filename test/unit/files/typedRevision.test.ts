import assert from 'node:assert/strict';
import { typedRevision } from '../../../src/files/typedRevision';

describe('a revision that was typed', () => {
	for (const text of ['main', 'v1.0', 'refs/pr/1', 'feature/long-name', '0123abc', 'f'.repeat(40), 'a@b']) {
		it(`may be ${text}`, () => assert.equal(typedRevision(` ${text} `), text));
	}
	const none = [
		'',
		'  ',
		'two words',
		'a..b',
		'a~1',
		'HEAD^',
		'a:b',
		'-x',
		'/a',
		'a/',
		'a//b',
		'a.lock',
		'a@{1}',
	];
	for (const text of [...none, '.a', 'a.', 'a\\b', 'a?', 'a*', 'a[b', 'a\u0007b', 'a'.repeat(201)]) {
		it(`is none in ${JSON.stringify(text)}`, () => assert.equal(typedRevision(text), undefined));
	}
});
