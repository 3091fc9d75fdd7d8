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
			'runAgain',
			'runWith',
			'remove',
		]);
	});

	it('offers no place for an answer that has none', () => {
		const here = { canInsert: false, canReplace: false };
		assert.deepEqual(actions(here, true), ['copy', 'open', 'runAgain', 'runWith', 'remove']);
	});

	it('offers nothing to do with an answer that is not there', () => {
		assert.deepEqual(actions({}, false), ['runAgain', 'runWith', 'remove']);
	});

	it('offers to stop what runs, and to copy what has arrived', () => {
		assert.deepEqual(actions({ state: { type: 'running' } }, false), ['stop']);
		assert.deepEqual(actions({ state: { type: 'running' } }, true), ['stop', 'copy']);
	});
});
