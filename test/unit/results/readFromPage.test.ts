import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readFromPage } from '../../../src/results/readFromPage';
import type { FromPage } from '../../../src/shared/protocol';

const MESSAGES: { readonly [T in FromPage['type']]: Extract<FromPage, { readonly type: T }> } = {
	ready: { type: 'ready' },
	start: { type: 'start' },
	action: { type: 'action', id: 'a', action: 'replace', choice: 1 },
	remedy: { type: 'remedy', id: 'a', index: 1 },
	select: { type: 'select', id: 'a' },
	code: { type: 'code', id: 'a', action: 'insert', text: 'x' },
	copyAs: { type: 'copyAs', id: 'a', format: 'numpy' },
	ask: { type: 'ask', id: 'a', place: 'after', text: 'Why?', settings: { system: 'Be brief.' } },
	estimate: { type: 'estimate', id: 'a', text: 'Why?', settings: {} },
	draft: { type: 'draft', id: 'a', action: 'attach' },
	detach: { type: 'detach', id: 'a', index: 0 },
	media: { type: 'media', id: 'a', name: '0.png', action: 'save' },
	link: { type: 'link', href: 'https://example.com' },
	submitForm: {
		type: 'submitForm',
		id: 'a',
		inputs: { question: 'Who?', labels: ['a'] },
		parameters: { top_k: 1, multi_label: true },
	},
	estimateForm: { type: 'estimateForm', id: 'a', inputs: { labels: ['a'] }, parameters: {} },
	cancelForm: { type: 'cancelForm', id: 'a' },
	chooseFile: { type: 'chooseFile', id: 'a', field: 'image' },
	attachImage: { type: 'attachImage', id: 'a', mimeType: 'image/png', data: 'AQI=' },
	refuseImage: { type: 'refuseImage', id: 'a', mimeType: 'image/png', why: 'large' },
	refuseFile: { type: 'refuseFile', id: 'a', field: 'image', why: 'unreadable' },
	giveFile: { type: 'giveFile', id: 'a', field: 'image', mimeType: 'image/png', data: 'AQI=', name: 'a.png' },
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
		{ type: 'ask', id: 'a', place: 'before', text: 'x' },
		{ type: 'ask', id: 'a', place: 'after' },
		{ type: 'draft', id: 'a', action: 'send' },
		{ type: 'detach', id: 'a' },
		{ type: 'refuseImage', id: 'a', mimeType: 'image/png', why: 'other' },
		{ type: 'refuseFile', id: 'a', field: 'image', why: 'other' },
		{ type: 'media', id: 'a', name: '0.png', action: 'run' },
		{ type: 'copyAs', id: 'a', format: 'toString' },
		{ type: 'link', href: { toString: () => 'x' } },
		{ type: 'submitForm', id: 'a', inputs: {} },
		{ type: 'estimateForm', id: 'a', inputs: { text: null }, parameters: {} },
		{ type: 'submitForm', id: 'a', inputs: { image: { uri: 'file:///etc/passwd' } }, parameters: {} },
		{ type: 'submitForm', id: 'a', inputs: {}, parameters: { top_k: null } },
		{ type: 'giveFile', id: 'a', field: 'image', mimeType: 'image/png', data: [1] },
		{ type: 'attachImage', id: 'a', mimeType: 'image/png', data: [1] },
	]) {
		it(`is ignored when it is ${JSON.stringify(broken)}`, () =>
			assert.equal(readFromPage(broken), undefined));
	}
});
