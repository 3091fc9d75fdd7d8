import assert from 'node:assert/strict';
import { PagedList, type Page } from '../../../src/trees/pagedList';
import { ProblemError } from '../../../src/util/problemError';

interface Asked {
	readonly signal: AbortSignal;
	readonly answer: (page: Page<string>) => void;
	readonly fail: (error: Error) => void;
}

/** A list whose every request waits for the test to answer it. */
function listOfRequests() {
	const asked: Asked[] = [];
	let changes = 0;
	const request = (signal: AbortSignal) =>
		new Promise<Page<string>>((answer, fail) => asked.push({ signal, answer, fail }));
	const list = new PagedList<string>({ first: request, key: item => item, changed: () => changes++ });
	return {
		list,
		request,
		asked: (index: number): Asked => {
			const found = asked[index];
			assert.ok(found, `request ${index} was made`);
			return found;
		},
		get count() {
			return asked.length;
		},
		get changes() {
			return changes;
		},
	};
}

const offline = () => new ProblemError({ code: 'network.offline', host: 'hub.example' });

/** Lets everything run that waits for a promise only. */
const settled = () => new Promise<void>(resolve => setImmediate(resolve));

describe('PagedList', () => {
	it('asks for nothing before it is loaded', () => {
		assert.equal(listOfRequests().count, 0);
	});

	it('asks once for callers that come together, and not again', async () => {
		const one = listOfRequests();
		const loads = [one.list.load(), one.list.load()];
		one.asked(0).answer({ items: ['a', 'b'] });
		await Promise.all(loads);
		await one.list.load();
		assert.equal(one.count, 1);
		assert.deepEqual(one.list.items, ['a', 'b']);
		assert.equal(one.list.hasMore, false);
	});

	it('adds the next page, and takes what both pages hold once', async () => {
		const one = listOfRequests();
		const load = one.list.load();
		one.asked(0).answer({ items: ['a', 'b'], next: one.request });
		await load;
		assert.equal(one.list.hasMore, true);
		const more = one.list.more();
		assert.equal(one.list.isLoading, true);
		one.asked(1).answer({ items: ['b', 'c'] });
		await more;
		assert.deepEqual(one.list.items, ['a', 'b', 'c']);
		assert.equal(one.list.hasMore, false);
		assert.equal(one.list.isLoading, false);
		assert.equal(one.changes, 2);
	});

	it('says by itself that it waits for more, where a row can show that, and tells the next page how many there are', async () => {
		const told: string[] = [];
		const counts: number[] = [];
		let isFailing = true;
		const next = async (_: AbortSignal, arrived: number): Promise<Page<string>> => {
			counts.push(arrived);
			if (isFailing) {
				throw offline();
			}
			return { items: ['c'] };
		};
		const list = new PagedList<string>({
			first: async () => ({ items: ['a', 'b'], next }),
			key: item => item,
			changed: () => told.push('changed'),
			waiting: () => told.push('waiting'),
		});
		await list.load();
		await list.more();
		isFailing = false;
		// What went wrong is a row of its own, which goes.
		await list.retry();
		assert.deepEqual(told, ['waiting', 'changed', 'changed', 'changed']);
		assert.deepEqual(counts, [2, 2]);
	});

	it('asks once for a next page that is asked for twice', async () => {
		const one = listOfRequests();
		const load = one.list.load();
		one.asked(0).answer({ items: ['a'], next: one.request });
		await load;
		const twice = [one.list.more(), one.list.more()];
		one.asked(1).answer({ items: ['b'] });
		await Promise.all(twice);
		assert.equal(one.count, 2);
	});

	it('keeps what has arrived when the next page fails, and gets it on another try', async () => {
		const one = listOfRequests();
		const load = one.list.load();
		one.asked(0).answer({ items: ['a'], next: one.request });
		await load;
		const more = one.list.more();
		one.asked(1).fail(offline());
		await more;
		assert.deepEqual(one.list.items, ['a']);
		assert.equal(one.list.problem?.code, 'network.offline');
		const again = one.list.retry();
		assert.equal(one.list.problem, undefined);
		one.asked(2).answer({ items: ['b'] });
		await again;
		assert.deepEqual(one.list.items, ['a', 'b']);
	});

	it('says why the first page failed, and starts again on another try', async () => {
		const one = listOfRequests();
		const load = one.list.load();
		one.asked(0).fail(offline());
		await load;
		assert.equal(one.list.problem?.code, 'network.offline');
		await one.list.retry();
		const again = one.list.load();
		one.asked(1).answer({ items: ['a'] });
		await again;
		assert.deepEqual(one.list.items, ['a']);
		assert.equal(one.list.problem, undefined);
	});

	it('drops an answer that comes after a reset, and callers get the new one', async () => {
		const one = listOfRequests();
		const early = one.list.load();
		one.list.reset();
		assert.equal(one.asked(0).signal.aborted, true);
		const late = one.list.load();
		one.asked(0).answer({ items: ['stale'] });
		await settled();
		one.asked(1).answer({ items: ['fresh'] });
		await Promise.all([early, late]);
		assert.deepEqual(one.list.items, ['fresh']);
		assert.equal(one.count, 2);
	});

	it('drops a next page that comes after a reset', async () => {
		const one = listOfRequests();
		const load = one.list.load();
		one.asked(0).answer({ items: ['a'], next: one.request });
		await load;
		const more = one.list.more();
		one.list.reset();
		one.asked(1).answer({ items: ['stale'] });
		await more;
		assert.deepEqual(one.list.items, []);
		assert.equal(one.asked(1).signal.aborted, true);
	});

	it('ends its request and lets its callers go on dispose', async () => {
		const one = listOfRequests();
		const load = one.list.load();
		one.list.dispose();
		one.asked(0).fail(new DOMException('gone', 'AbortError'));
		await load;
		await one.list.load();
		assert.equal(one.count, 1);
		assert.equal(one.asked(0).signal.aborted, true);
	});
});
