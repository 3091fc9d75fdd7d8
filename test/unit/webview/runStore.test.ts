import assert from 'node:assert/strict';
import { dispatch } from '../../../src/shared/handlers';
import type { RunView } from '../../../src/shared/run';
import { type RunsMessage, RunStore } from '../../../src/webview/runStore';

function view(own: Partial<RunView> = {}): RunView {
	return {
		id: 'a',
		task: 'conversational',
		title: 'Explain',
		model: 'a/b',
		input: '',
		startedAt: 0,
		state: { type: 'running' },
		canInsert: true,
		canReplace: true,
		...own,
	};
}

describe('RunStore', () => {
	let events: string[];
	let store: RunStore;
	const send = (...messages: readonly RunsMessage[]) =>
		messages.forEach(message => dispatch(store.handlers, message));
	const shown = () => {
		const record = store.selected;
		return record && [record.view.id, record.content.toString(), record.reasoning.toString()];
	};
	beforeEach(() => {
		events = [];
		store = new RunStore({ changed: () => events.push('changed'), grew: () => events.push('grew') });
	});

	it('shows the selected run, else the newest', () => {
		assert.equal(store.selected, undefined);
		send({ type: 'state', runs: [view(), view({ id: 'b', startedAt: 1 })], selected: undefined });
		assert.deepEqual(shown(), ['b', '', '']);
		send({ type: 'select', id: 'a' });
		assert.deepEqual(shown(), ['a', '', '']);
	});

	it('adds deltas to the text that came with the run, each to its own channel', () => {
		const output = { kind: 'chat', content: 'one', reasoning: 'why' } as const;
		send({ type: 'state', runs: [view({ output })], selected: 'a' });
		send({ type: 'delta', id: 'a', channel: 'content', text: ' two' });
		send({ type: 'delta', id: 'a', channel: 'reasoning', text: ' not' });
		assert.deepEqual(shown(), ['a', 'one two', 'why not']);
	});

	it('keeps the text of an answer out of the view', () => {
		const output = { kind: 'chat', content: 'one', reasoning: 'why' } as const;
		send({ type: 'run', run: view({ output }) });
		assert.deepEqual(store.selected?.view.output, { kind: 'chat', content: '', reasoning: '' });
	});

	it('takes a change without touching the text that deltas brought', () => {
		send({ type: 'run', run: view() }, { type: 'delta', id: 'a', channel: 'content', text: 'one' });
		send({ type: 'change', id: 'a', change: { state: { type: 'stopped' } } });
		assert.deepEqual(shown(), ['a', 'one', '']);
		assert.equal(store.selected?.view.state.type, 'stopped');
	});

	it('takes a whole output in place of the text that deltas brought', () => {
		send({ type: 'run', run: view() }, { type: 'delta', id: 'a', channel: 'content', text: 'one' });
		send({
			type: 'change',
			id: 'a',
			change: { output: { kind: 'chat', content: 'One.', reasoning: '' } },
		});
		assert.deepEqual(shown(), ['a', 'One.', '']);
	});

	it('tells of the first delta of a channel as a change, and of growth alone after that', () => {
		send({ type: 'run', run: view() });
		const first = store.selected;
		events = [];
		send({ type: 'delta', id: 'a', channel: 'reasoning', text: 'a' });
		assert.deepEqual(events, ['changed', 'grew']);
		assert.notEqual(store.selected, first);
		events = [];
		send({ type: 'delta', id: 'a', channel: 'reasoning', text: 'b' });
		assert.deepEqual(events, ['grew']);
	});

	it('has a place for the text of a run that has just begun', () => {
		send({ type: 'run', run: view({ task: 'text-generation' }) });
		assert.deepEqual(store.selected?.view.output, { kind: 'text', text: '' });
		send({ type: 'run', run: view({ task: 'text-classification' }) });
		assert.equal(store.selected?.view.output, undefined);
	});

	it('forgets what a new state does not name, and ignores what is said about it', () => {
		send({ type: 'run', run: view() }, { type: 'state', runs: [], selected: undefined });
		send({ type: 'delta', id: 'a', channel: 'content', text: 'lost' });
		send({ type: 'change', id: 'a', change: { title: 'lost' } }, { type: 'remove', id: 'a' });
		assert.equal(store.selected, undefined);
		assert.deepEqual(store.newestFirst(), []);
	});

	it('shows the next older run when the selected one is removed, else the next newer', () => {
		const runs = ['a', 'b', 'c'].map((id, startedAt) => view({ id, startedAt }));
		send({ type: 'state', runs, selected: 'b' }, { type: 'remove', id: 'b' });
		assert.equal(store.selected?.view.id, 'a');
		send({ type: 'remove', id: 'a' });
		assert.equal(store.selected?.view.id, 'c');
	});

	it('ignores messages that it does not know', () => {
		dispatch(store.handlers, { type: 'toString' } as unknown as RunsMessage);
		assert.deepEqual(events, []);
	});
});
