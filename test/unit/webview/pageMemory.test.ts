import assert from 'node:assert/strict';
import { PageMemory, readPageState, type PageState } from '../../../src/webview/pageMemory';

describe('readPageState', () => {
	const rows: ReadonlyArray<readonly [unknown, PageState]> = [
		[undefined, { open: {}, drafts: {}, looks: {} }],
		['text', { open: {}, drafts: {}, looks: {} }],
		[{ open: { 'a input': true, 'b input': 'yes' } }, { open: { 'a input': true }, drafts: {}, looks: {} }],
		[{ scroll: { id: 'a', top: 3 } }, { open: {}, drafts: {}, looks: {}, scroll: { id: 'a', top: 3 } }],
		[
			{ scroll: { id: 'a', top: '3' }, open: null },
			{ open: {}, drafts: {}, looks: {} },
		],
		[
			{ drafts: { 'a after': { text: 'Why', settings: { system: 's' } }, 'b after': { text: 1 }, c: 'x' } },
			{ open: {}, drafts: { 'a after': { text: 'Why', settings: { system: 's' } } }, looks: {} },
		],
	];
	for (const [value, state] of rows) {
		it(`reads ${JSON.stringify(value)}`, () => assert.deepEqual(readPageState(value), state));
	}
});

describe('PageMemory', () => {
	function memory(): { state: PageState | undefined; make(): PageMemory } {
		const kept: { state: PageState | undefined; make(): PageMemory } = {
			state: undefined,
			make: () => new PageMemory({ getState: () => kept.state, setState: state => (kept.state = state) }),
		};
		return kept;
	}

	it('knows what the user has folded when the page is made anew', () => {
		const kept = memory();
		kept.make().setOpen('a', 'input', true);
		kept.make().scroll = { id: 'a', top: 12 };
		const again = kept.make();
		assert.equal(again.isOpen('a', 'input'), true);
		assert.equal(again.isOpen('a', 'reasoning'), undefined);
		assert.deepEqual(again.scroll, { id: 'a', top: 12 });
	});

	it('keeps a question that was not sent until it is', () => {
		const kept = memory();
		kept.make().setDraft('a', 'after', { text: 'Why' });
		assert.deepEqual(kept.make().draft('a', 'after'), { text: 'Why' });
		assert.equal(kept.make().draft('a', 'instead'), undefined);
		kept.make().setDraft('a', 'after', undefined);
		assert.equal(kept.make().draft('a', 'after'), undefined);
	});

	it('knows how a part was looked at, until it is looked at as it came', () => {
		const kept = memory();
		kept.make().look('a', 'picture').keep({ scale: 2 });
		kept.make().scroll = { id: 'a', top: 12 };
		assert.deepEqual(kept.make().look('a', 'picture').read(), { scale: 2 });
		assert.equal(kept.make().look('b', 'picture').read(), undefined);
		kept.make().look('a', 'picture').keep(undefined);
		assert.equal(kept.make().look('a', 'picture').read(), undefined);
	});

	it('forgets the oldest foldings', () => {
		const kept = memory();
		const page = kept.make();
		for (let run = 0; run <= 200; run++) {
			page.setOpen(`${run}`, 'input', true);
		}
		assert.equal(page.isOpen('0', 'input'), undefined);
		assert.equal(page.isOpen('1', 'input'), true);
	});
});
