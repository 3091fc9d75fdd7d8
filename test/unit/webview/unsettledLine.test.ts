import assert from 'node:assert/strict';
import { withoutUnsettledLine } from '../../../src/webview/markdown/unsettledLine';

describe('withoutUnsettledLine', () => {
	for (const line of [
		'-',
		'--',
		'===',
		'#',
		'##',
		'*',
		'1',
		'12.',
		'>',
		'> -',
		'```',
		'```pyth',
		'~~~',
		'|',
		'| - |',
		'- ',
		'[',
		'[one',
		'[one]',
		'[one]: https',
	]) {
		it(`holds back ${JSON.stringify(line)}`, () => {
			assert.equal(withoutUnsettledLine(`Some text\n${line}`), 'Some text\n');
		});
	}

	for (const line of [
		'',
		'w',
		'- item',
		'# Heading',
		'**bold',
		'[one](https://one.example) and',
		'`code',
		'2026 was',
		'1. one',
		'| a |',
	]) {
		it(`shows ${JSON.stringify(line)}`, () => {
			assert.equal(withoutUnsettledLine(`Some text\n${line}`), `Some text\n${line}`);
		});
	}
});
