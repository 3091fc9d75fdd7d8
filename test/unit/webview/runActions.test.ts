import assert from 'node:assert/strict';
import type { RunView } from '../../../src/shared/run';
import { runActions } from '../../../src/webview/runActions';

describe('runActions', () => {
	const actions = (own: Partial<RunView>, hasAnswer: boolean) => {
		const run: RunView = {
			id: 'a',
			task: 'conversational',
			title: 'Explain',
			model: 'a/b',
			input: '',
			startedAt: 0,
			state: { type: 'finished', reason: 'stop' },
			canInsert: true,
			canReplace: true,
			...own,
		};
		const { bar, menu } = runActions(run, hasAnswer);
		return { bar: bar.map(({ action }) => action), menu };
	};

	const always = ['compare', 'copyCode', 'export', 'remove'];
	const withText = ['open', 'save', 'attach', ...always];

	it('offers everything for an answer that can go into its document', () => {
		assert.deepEqual(actions({}, true), {
			bar: ['copy', 'insert', 'replace', 'runAgain', 'runWith'],
			menu: withText,
		});
	});

	it('offers no place for an answer that has none', () => {
		assert.deepEqual(actions({ canInsert: false, canReplace: false }, true), {
			bar: ['copy', 'runAgain', 'runWith'],
			menu: withText,
		});
	});

	it('offers no text of an answer that is a picture, a sound or a film', () => {
		const image = { mimeType: 'image/png', name: '0.png', size: 1 };
		const output = { kind: 'image', image } as const;
		assert.deepEqual(actions({ output, canInsert: false, canReplace: false }, true), {
			bar: ['runAgain', 'runWith'],
			menu: always,
		});
	});

	it('offers nothing to do with an answer that is not there', () => {
		assert.deepEqual(actions({}, false), { bar: ['runAgain', 'runWith'], menu: always });
	});

	it('offers to change what was asked, unless it was asked in a chat', () => {
		assert.ok(actions({ task: 'summarization' }, true).bar.includes('change'));
		assert.ok(!actions({ task: 'conversational' }, true).bar.includes('change'));
	});

	it('compares what begins an entry of the history, and no answer that is compared', () => {
		assert.ok(!actions({ parent: 'b' }, true).menu.includes('compare'));
	});

	it('offers to stop what runs, and to copy what has arrived', () => {
		assert.deepEqual(actions({ state: { type: 'running' } }, false), { bar: ['stop'], menu: [] });
		assert.deepEqual(actions({ state: { type: 'running' } }, true), { bar: ['stop', 'copy'], menu: [] });
	});
});
