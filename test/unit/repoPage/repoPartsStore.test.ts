import assert from 'node:assert/strict';
import { createHub } from '../../../src/hub/hubClient';
import { RepoPartsStore } from '../../../src/repoPage/repoPartsStore';
import { SpaceLog } from '../../../src/repoPage/spaceLog';
import type { PartName, PartsState } from '../../../src/shared/repoPage';
import type { RepoRef } from '../../../src/shared/repoType';
import { type LoopbackHub, startLoopbackHub } from '../../hub/loopbackHub';

const signal = new AbortController().signal;

describe('the parts of a repo’s page', () => {
	let server: LoopbackHub;
	let store: RepoPartsStore;
	let isShown = true;
	let owners: () => Promise<readonly string[]>;
	const seen: PartsState[] = [];
	const stages: string[] = [];
	let wake: () => void = () => undefined;

	before(async () => {
		server = await startLoopbackHub({ deltaGapMs: 0 });
	});
	after(() => server.stop());
	afterEach(() => {
		store.dispose();
		server.reset();
		seen.length = 0;
		stages.length = 0;
		isShown = true;
	});
	beforeEach(() => {
		owners = async () => ['ada', 'acme'];
	});

	const hubFor = (name: 'write' | 'none') =>
		createHub({
			endpoints: () => ({ hub: server.origin, router: server.routerOrigin }),
			credentials: async () =>
				name === 'none'
					? undefined
					: { value: server.tokens[name], name: 'vscode', origins: [server.origin] },
			logPause: 1,
		});
	const open = (repo: RepoRef, token: 'write' | 'none' = 'write') => {
		const hub = hubFor(token);
		store = new RepoPartsStore(repo, {
			hub,
			inference: { offers: async () => [] },
			owners: () => owners(),
			isShown: () => isShown,
			lookEvery: 10,
			sawStage: stage => stages.push(stage),
			changed: parts => {
				seen.push(parts);
				wake();
			},
		});
		return hub;
	};
	/** Waits until a part is as wanted. */
	const until = async (name: PartName, is: (text: string) => boolean) => {
		while (!is(JSON.stringify(store.all[name] ?? null))) {
			await new Promise<void>(resolve => (wake = resolve));
		}
	};

	it('follow a Space that is being built for as long as that takes, and say nothing meanwhile', async () => {
		const space = { type: 'space', id: 'acme/triage-board' } as const;
		const hub = open(space);
		await hub.controlSpace(space.id, 'rebuild', signal);
		store.load('space');
		await until('space', text => text.includes('building'));
		await hub.controlSpace(space.id, 'restart', signal);
		await until('space', text => text.includes('running'));
		assert.deepEqual([stages[0], stages.at(-1)], ['BUILDING', 'RUNNING']);
		const states = seen.flatMap(({ space: part }) => (part ? [part.state] : []));
		assert.equal(states.filter(state => state === 'loading').length, 1);
	});

	it('ask nothing by themselves while nobody sees the page', async () => {
		const space = { type: 'space', id: 'acme/triage-board' } as const;
		const hub = open(space);
		await hub.controlSpace(space.id, 'rebuild', signal);
		store.load('space');
		isShown = false;
		await until('space', text => text.includes('building'));
		server.traffic.clear();
		await new Promise(resolve => setTimeout(resolve, 60));
		assert.deepEqual(server.traffic.requests, []);
		isShown = true;
		await hub.controlSpace(space.id, 'restart', signal);
		await until('space', text => text.includes('running'));
	});

	it('let a Space be restarted, paused and asked for its secrets by those whose it is', async () => {
		const space = { type: 'space', id: 'acme/triage-board' } as const;
		const rights = async () => {
			open(space);
			store.load('space');
			await until('space', text => text.includes('ready'));
			const { space: part } = store.all;
			assert.ok(part?.state === 'ready');
			const { isOwn, canRestart, canPause } = part.value;
			store.dispose();
			return [isOwn, canRestart, canPause];
		};
		await hubFor('write').controlSpace(space.id, 'restart', signal);
		assert.deepEqual(await rights(), [true, true, true]);
		await hubFor('write').controlSpace(space.id, 'pause', signal);
		assert.deepEqual(await rights(), [true, true, false]);
		owners = async () => ['grace'];
		assert.deepEqual(await rights(), [false, false, false]);
		owners = () => Promise.reject(new Error('The Hub does not say'));
		assert.deepEqual(await rights(), [false, false, false]);
	});

	it('say whose the logs and secrets of a Space are', async () => {
		const space = { type: 'space', id: 'tulip/broken-demo' } as const;
		const hub = open(space);
		const log = new SpaceLog(hub, space.id, store, () => undefined);
		await log.show('build');
		store.load('variables');
		await until('variables', text => text.includes('failed'));
		for (const name of ['log', 'variables'] as const) {
			assert.match(JSON.stringify(store.all[name]), /You may not see the (?:logs|secrets and variables)/);
		}
		server.traffic.clear();
		await log.show();
		const logs = server.traffic.requests.map(({ path }) => path).filter(path => path.includes('/logs/'));
		assert.deepEqual(logs, ['/api/spaces/tulip/broken-demo/logs/build']);
		log.dispose();
	});

	it('have all of a log for a page that comes back, also what is on its way to the one before', async () => {
		const space = { type: 'space', id: 'acme/triage-board' } as const;
		open(space);
		const posted: string[] = [];
		let follow: () => void = () => undefined;
		async function* spaceLog() {
			yield 'one';
			yield 'two';
			wake();
			await new Promise<void>(resolve => (follow = resolve));
			yield 'three';
		}
		const log = new SpaceLog({ spaceLog }, space.id, store, lines => posted.push(...lines));
		const ended = log.show('run');
		await until('log', text => text.includes('two'));
		log.flush();
		assert.deepEqual(posted, ['one', 'two']);
		const { log: part } = store.all;
		assert.deepEqual(part, {
			state: 'ready',
			value: { which: 'run', lines: ['one', 'two'], isOpen: true },
		});
		follow();
		await ended;
		assert.deepEqual(posted, ['one', 'two', 'three']);
		log.dispose();
	});

	it('ask for no log that nobody sees, and go on with it when somebody does', async () => {
		const space = { type: 'space', id: 'acme/triage-board' } as const;
		const hub = open(space);
		await hub.controlSpace(space.id, 'restart', signal);
		server.traffic.clear();
		const asked = () => server.traffic.requests.filter(({ path }) => path.includes('/logs/')).length;
		const log = new SpaceLog(hub, space.id, store, () => undefined);
		log.hold();
		const ended = log.show('run');
		// The log ends, and the Space runs on: were somebody there, whether more comes would be asked at once.
		await server.traffic.until(({ openRequests }) => asked() === 1 && openRequests === 0);
		server.traffic.clear();
		for (let questions = 0; questions < 5; questions++) {
			await hub.facts({ type: 'model', id: 'openai/gpt-oss-120b' }, signal);
		}
		assert.deepEqual(
			server.traffic.requests.filter(({ path }) => path.includes(space.id)),
			[],
		);
		log.takeUp();
		await server.traffic.until(() => asked() > 0);
		log.dispose();
		await ended;
	});

	it('have a long history page by page, every commit once, also where one comes meanwhile', async () => {
		const repo = { type: 'model', id: 'acme/long-story' } as const;
		const commit = (number: number) =>
			server.commit('model', repo.id, [{ path: 'README.md', content: `${number}` }], `Change ${number}`);
		Array.from({ length: 132 }, (_, index) => commit(index + 1));
		open(repo);
		const history = () => {
			const { history: part } = store.all;
			assert.ok(part?.state === 'ready');
			const { commits, total, more } = part.value;
			return { titles: commits.map(({ name }) => name), total, more };
		};
		const titles = (from: number, to: number) =>
			Array.from({ length: from - to + 1 }, (_, index) => `Change ${from - index}`);
		store.load('history');
		await until('history', text => text.includes('ready'));
		assert.deepEqual(history(), { titles: titles(132, 83), total: 132, more: 'there' });
		commit(133);
		const more = store.moreCommits();
		assert.equal(history().more, 'loading');
		await Promise.all([more, store.moreCommits()]);
		assert.deepEqual(history(), { titles: titles(132, 34), total: 133, more: 'there' });
		server.faults.next({ path: /commits/ }, { kind: 'status', name: 'internal' });
		await assert.rejects(store.moreCommits());
		assert.deepEqual(history(), { titles: titles(132, 34), total: 133, more: 'there' });
		await store.moreCommits();
		assert.deepEqual(history(), { titles: titles(132, 1), total: 133, more: 'none' });
		server.traffic.clear();
		await store.moreCommits();
		assert.deepEqual(server.traffic.requests, []);
	});

	it('tell a folder from a file that a card links to, by what is shown or by what the Hub says of it', async () => {
		const repo = { type: 'model', id: 'acme/long-story' } as const;
		// More than one page of the Hub's list.
		const folders = Array.from({ length: 1100 }, (_, index) => `many/${index}/x.txt`);
		server.commit('model', repo.id, [
			...['docs/notes.md', 'LICENSE', ...folders].map(path => ({ path, content: path })),
		]);
		open(repo);
		const asked = async (path: string) => {
			server.traffic.clear();
			return [await store.isFolder(path, signal), server.traffic.requests.length];
		};
		assert.deepEqual(await asked('docs'), [true, 1]);
		assert.deepEqual(await asked('docs/notes.md'), [false, 1]);
		assert.deepEqual(await asked('docs/no-such'), [false, 1]);
		assert.deepEqual(await asked('many/999'), [true, 1]);
		store.load('files');
		await until('files', text => text.includes('ready'));
		assert.deepEqual(await asked('docs'), [true, 0]);
		assert.deepEqual(await asked('LICENSE'), [false, 0]);
		assert.deepEqual(await asked('no-such'), [false, 0]);
		store.openFolder('many');
		await until('files', text => text.includes('"folder":"many"'));
		assert.deepEqual(await asked('many/9'), [true, 1]);
	});

	it('have the buttons of what went wrong behind the one that tries again', async () => {
		open({ type: 'model', id: 'ada/no-such' }, 'none');
		store.load('card');
		await until('card', text => text.includes('failed'));
		const { card } = store.all;
		assert.deepEqual(card?.state === 'failed' && card.problem.remedies, ['Try Again', 'Add Token…']);
		assert.deepEqual(store.remedyOf('card', 1), { label: 'Add Token…', command: 'hfWorkbench.addToken' });
		assert.equal(store.remedyOf('card', 2), undefined);
	});
});
