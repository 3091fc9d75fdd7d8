import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFromRepoPage } from '../../../src/repoPage/readFromRepoPage';

describe('a message of a repo’s page', () => {
	const good = [
		{ type: 'ready' },
		{ type: 'action', action: 'pin' },
		{ type: 'openFile', path: 'a/b' },
		{ type: 'openFile', path: 'a/con: x' },
		{ type: 'openLinked', path: 'docs' },
		{ type: 'openFolder', path: '' },
		{ type: 'moreCommits' },
		{ type: 'chooseSplit', index: 1 },
		{ type: 'showLog', which: 'build' },
		{ type: 'remedy', part: 'card', index: 0 },
		{ type: 'link', target: 'https://hf.co' },
	];
	for (const message of good) {
		it(`is taken: ${JSON.stringify(message)}`, () =>
			assert.deepEqual(readFromRepoPage({ ...message, more: 1 }), message));
	}

	const bad = [
		{ type: 'action', action: 'delete' },
		{ type: 'action', action: 'constructor' },
		{ type: 'openFile', path: 7 },
		{ type: 'openFile', path: '' },
		{ type: 'openFile', path: 'a/../../b' },
		{ type: 'openFile', path: 'a\\b' },
		{ type: 'openLinked', path: '' },
		{ type: 'readTensors', path: '/a' },
		{ type: 'openFolder', path: '..' },
		{ type: 'chooseSplit', index: -1 },
		{ type: 'showLog', which: 'all' },
		{ type: 'remedy', part: 'toString', index: 0 },
		{ type: 'remedy', part: 'card', index: -1 },
		{ type: 'nothing' },
	];
	for (const message of bad) {
		it(`is passed over: ${JSON.stringify(message)}`, () =>
			assert.equal(readFromRepoPage(message), undefined));
	}

	it('may be anything', () => {
		fc.assert(fc.property(fc.jsonValue(), value => void readFromRepoPage(value)));
	});
});
