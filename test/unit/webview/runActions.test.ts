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
		return runActions(run, hasAnswer).map(({ action }) => action);
	};

	it('offers everything for an answer that can go into its document', () => {
		assert.deepEqual(actions({}, true), [
			'copy',
			'insert',
			'replace',
			'open',
			'save',
			'runAgain',
			'runWith',
			'compare',
			'copyCode',
			'export',
			'remove',
		]);
	});

	it('offers no place for an answer that has none', () => {
		const here = { canInsert: false, canReplace: false };
		assert.deepEqual(actions(here, true), [
			'copy',
			'open',
			'save',
			'runAgain',
			'runWith',
			'compare',
			'copyCode',
			'export',
			'remove',
		]);
	});

	it('offers no text of an answer that is a picture, a sound or a film', () => {
		const image = { mimeType: 'image/png', name: '0.png', size: 1 };
		const output = { kind: 'image', image } as const;
		assert.deepEqual(actions({ output, canInsert: false, canReplace: false }, true), [
			'runAgain',
			'runWith',
			'compare',
			'copyCode',
			'export',
			'remove',
		]);
	});

	it('offers nothing to do with an answer that is not there', () => {
		assert.deepEqual(actions({}, false), ['runAgain', 'runWith', 'compare', 'copyCode', 'export', 'remove']);
	});

	it('offers to change what was asked, unless it was asked in a chat', () => {
		assert.ok(actions({ task: 'summarization' }, true).includes('change'));
		assert.ok(!actions({ task: 'conversational' }, true).includes('change'));
	});

	it('offers to stop what runs, and to copy what has arrived', () => {
		assert.deepEqual(actions({ state: { type: 'running' } }, false), ['stop']);
		assert.deepEqual(actions({ state: { type: 'running' } }, true), ['stop', 'copy']);
	});
});
