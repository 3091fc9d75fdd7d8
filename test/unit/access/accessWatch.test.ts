import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { AccessWatch, type Settled } from '../../../src/access/accessWatch';
import { nextAskAt } from '../../../src/access/watchedRepos';
import type { AccessState } from '../../../src/shared/repoAccess';
import type { RepoRef } from '../../../src/shared/repoType';
import { ProblemError } from '../../../src/util/problemError';

const REPO: RepoRef = { type: 'model', id: 'acme/gated' };
const OTHER: RepoRef = { type: 'dataset', id: 'acme/gated' };
const INTERVAL = 10;

describe('watching for access', () => {
	let stored: Map<string, unknown>;
	let answers: Array<AccessState | Error>;
	let asked: string[];
	let settled: Settled[];
	let heard: () => void;
	const windows: AccessWatch[] = [];

	beforeEach(() => {
		stored = new Map();
		answers = [];
		asked = [];
		settled = [];
		heard = () => undefined;
	});
	afterEach(() => windows.splice(0).forEach(window => window.dispose()));

	function openWindow(own: { interval?: number; update?: () => Promise<void> } = {}): AccessWatch {
		const watch = new AccessWatch({
			storage: {
				get: key => stored.get(key),
				update: own.update ?? (async (key, value) => void stored.set(key, structuredClone(value))),
			},
			access: {
				access: async repo => {
					asked.push(`${repo.type} ${repo.id}`);
					const answer = answers.shift() ?? 'pending';
					heard();
					if (answer instanceof Error) {
						throw answer;
					}
					return answer;
				},
			},
			interval: () => own.interval ?? INTERVAL,
			now: Date.now,
		});
		watch.onDidSettle(one => {
			settled.push(one);
			heard();
		});
		windows.push(watch);
		return watch;
	}

	async function until(reached: () => boolean): Promise<void> {
		while (!reached()) {
			await new Promise<void>(resolve => (heard = resolve));
		}
	}

	it('asks again and again, tells when it is granted, and is over then', async () => {
		const watch = openWindow();
		await watch.add(REPO, 'pending');
		assert.deepEqual(asked, []);
		answers.push('pending', 'request', 'granted');
		await until(() => settled.length > 0);
		assert.deepEqual(settled, [{ repo: REPO, state: 'granted' }]);
		assert.equal(asked.length, 3);
		assert.deepEqual(watch.watched, []);
	});

	for (const state of ['rejected', 'reset', 'notFound', 'open'] as const) {
		it(`ends with a repo that is ${state}, and says so`, async () => {
			await openWindow().add(REPO, 'pending');
			answers.push(state);
			await until(() => settled.length > 0);
			assert.deepEqual(settled, [{ repo: REPO, state }]);
		});
	}

	it('asks about nothing that nobody named', async () => {
		openWindow();
		await new Promise(resolve => setTimeout(resolve, 5 * INTERVAL));
		assert.deepEqual(asked, []);
	});

	it('goes on in the next window, and ends with this one', async () => {
		const first = openWindow({ interval: 1_000_000 });
		await first.add(REPO, 'pending');
		first.dispose();
		assert.deepEqual(asked, []);
		answers.push('granted');
		const second = openWindow();
		assert.equal(second.has(REPO), true);
		await until(() => settled.length > 0);
		assert.deepEqual(asked, ['model acme/gated']);
	});

	it('keeps on after whatever goes wrong on the way', async () => {
		await openWindow().add(REPO, 'pending');
		answers.push(new ProblemError({ code: 'network.offline', host: 'h' }), new Error('surprise'), 'granted');
		await until(() => settled.length > 0);
		assert.equal(asked.length, 3);
	});

	it('does not ask again before a rate limit is lifted', async () => {
		const watch = openWindow();
		await watch.add(REPO, 'pending');
		answers.push(new ProblemError({ code: 'rateLimited', resetSeconds: 1_000 }));
		await until(() => asked.length === 1);
		await new Promise(resolve => setTimeout(resolve, 5 * INTERVAL));
		assert.equal(asked.length, 1);
		assert.equal(watch.has(REPO), true);
	});

	it('does not ask without end where nothing can be noted', async () => {
		const entry = { repo: REPO, since: Date.now(), askedAt: 0, state: 'pending' };
		stored.set('hfWorkbench.watchedAccess', [entry]);
		const update = () => Promise.reject(new Error('The storage is gone'));
		openWindow({ interval: 1_000_000, update });
		await until(() => asked.length === 1);
		await new Promise(resolve => setTimeout(resolve, 5 * INTERVAL));
		assert.equal(asked.length, 1);
	});

	it('tells two repos of one name apart, and stops watching one of them', async () => {
		const watch = openWindow({ interval: 1_000_000 });
		await watch.add(REPO, 'pending');
		await watch.add(OTHER, 'request');
		await watch.add(OTHER, 'request');
		await watch.remove(REPO);
		assert.deepEqual(
			watch.watched.map(({ repo }) => repo),
			[OTHER],
		);
	});

	it('learns from an answer that was asked for otherwise', async () => {
		const watch = openWindow({ interval: 1_000_000 });
		await watch.add(REPO, 'request');
		await watch.learn(REPO, 'pending');
		assert.equal(watch.watched[0]?.state, 'pending');
		await watch.learn(OTHER, 'granted');
		assert.deepEqual(settled, []);
		await watch.learn(REPO, 'granted');
		assert.deepEqual(settled, [{ repo: REPO, state: 'granted' }]);
	});

	it('passes over what it cannot read', () => {
		stored.set('hfWorkbench.watchedAccess', [
			null,
			{ repo: REPO },
			{ repo: { type: 'model', id: '../x' }, since: 1, askedAt: 1, state: 'pending' },
			{ repo: REPO, since: 1, askedAt: 1, state: 'unheard of' },
		]);
		assert.deepEqual(openWindow().watched, []);
		stored.set('hfWorkbench.watchedAccess', 'damaged');
		assert.deepEqual(openWindow().watched, []);
	});

	it('is more patient after the first day', () => {
		const day = 24 * 60 * 60 * 1000;
		const one = { repo: REPO, since: 0, state: 'pending' as const };
		assert.equal(nextAskAt({ ...one, askedAt: day }, 60), day + 60);
		assert.equal(nextAskAt({ ...one, askedAt: day + 1 }, 60), day + 1 + 240);
	});
});
