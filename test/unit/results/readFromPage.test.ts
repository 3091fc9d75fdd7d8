import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readFromPage } from '../../../src/results/readFromPage';
import type { FromPage } from '../../../src/shared/protocol';

const MESSAGES: { readonly [T in FromPage['type']]: Extract<FromPage, { readonly type: T }> } = {
	ready: { type: 'ready' },
	start: { type: 'start' },
	action: { type: 'action', id: 'a', action: 'replace' },
	remedy: { type: 'remedy', id: 'a', index: 1 },
	select: { type: 'select', id: 'a' },
	code: { type: 'code', id: 'a', action: 'insert', text: 'x' },
	link: { type: 'link', href: 'https://example.com' },
};

describe('a message of the page', () => {
	for (const message of Object.values(MESSAGES)) {
		it(`${message.type} is read as it is, and nothing beside it`, () =>
			assert.deepEqual(readFromPage({ ...message, more: 1 }), message));
	}

	for (const broken of [
		undefined,
		null,
		'ready',
		[],
		{},
		{ type: 1 },
		{ type: 'toString' },
		{ type: 'later' },
		{ type: 'action', id: 'a', action: 'format' },
		{ type: 'action', id: 'a', action: 'constructor' },
		{ type: 'action', action: 'stop' },
		{ type: 'remedy', id: 'a', index: '0' },
		{ type: 'select', id: 1 },
		{ type: 'code', id: 'a', action: 'run', text: 'x' },
		{ type: 'code', id: 'a', action: 'copy' },
		{ type: 'link', href: { toString: () => 'x' } },
	]) {
		it(`is ignored when it is ${JSON.stringify(broken)}`, () =>
			assert.equal(readFromPage(broken), undefined));
	}
});
