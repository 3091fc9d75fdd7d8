import assert from 'node:assert/strict';
import { PageMemory, readPageState, type PageState } from '../../../src/webview/pageMemory';

describe('readPageState', () => {
	const rows: ReadonlyArray<readonly [unknown, PageState]> = [
		[undefined, { open: {} }],
		['text', { open: {} }],
		[{ open: { 'a input': true, 'b input': 'yes' } }, { open: { 'a input': true } }],
		[{ scroll: { id: 'a', top: 3 } }, { open: {}, scroll: { id: 'a', top: 3 } }],
		[{ scroll: { id: 'a', top: '3' }, open: null }, { open: {} }],
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
