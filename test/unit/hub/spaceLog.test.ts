import assert from 'node:assert/strict';
import { createHub } from '../../../src/hub/hubClient';
import { Gate } from '../../../src/util/gate';
import { type LoopbackHub, startLoopbackHub } from '../../hub/loopbackHub';
import { problemOf } from '../net/problemOf';

const SPACE = 'acme/triage-board';
const LOG = { path: /logs/ };
const ALL = [
	'===== Application Startup =====',
	'* Running on local URL:  http://0.0.0.0:7860',
	'To create a public link, set `share=True` in `launch()`.',
];

describe('the log of a Space that goes on', () => {
	let server: LoopbackHub;
	let open: AbortController;
	before(async () => {
		server = await startLoopbackHub({ deltaGapMs: 0 });
	});
	after(() => server.stop());
	beforeEach(async () => {
		open = new AbortController();
		await hub().controlSpace(SPACE, 'restart', open.signal);
		server.traffic.clear();
	});
	afterEach(() => {
		open.abort();
		server.reset();
	});

	const hub = () =>
		createHub({
			endpoints: () => ({ hub: server.origin, router: server.routerOrigin }),
			credentials: async () => ({ value: server.tokens.write, name: 'vscode', origins: [server.origin] }),
			logPause: 1,
		});
	const asked = () => server.traffic.requests.filter(({ path }) => LOG.path.test(path)).length;
	/** Answers when all that was sent by now has arrived, and what would have been sent at once after it: later questions are answered. */
	const settled = async () => {
		for (let questions = 0; questions < 5; questions++) {
			await (await fetch(`${server.origin}/api/spaces/${SPACE}`)).arrayBuffer();
		}
	};
	/** What is read until the Space has been paused, which it is at the last line. */
	const readAll = async (log: 'run' | 'build' = 'run') => {
		const lines: string[] = [];
		for await (const line of hub().spaceLog(SPACE, log, open.signal)) {
			lines.push(line);
			if (line === ALL.at(-1)) {
				await hub().controlSpace(SPACE, 'pause', open.signal);
			}
		}
		return lines;
	};

	it('has each line once, wherever it was cut, and ends when the Space is stopped', async () => {
		server.faults.next(LOG, { kind: 'cutAfter', deltas: 1, abrupt: true });
		server.faults.next(LOG, { kind: 'cutBeforeFirstDelta' });
		server.faults.next(LOG, { kind: 'cutAfter', deltas: 2 });
		assert.deepEqual(await readAll(), ALL);
		assert.equal(asked(), 4);
	});

	it('is opened again after a silence that ends the connection', async () => {
		server.faults.next(LOG, { kind: 'stallAfter', deltas: 2 });
		const lines = await withBodyTimeout(200, () => readAll());
		assert.deepEqual([lines, asked()], [ALL, 2]);
	});

	it('waits for the Hub to answer again, but not for ever', async () => {
		server.faults.next(LOG, { kind: 'cutAfter', deltas: 1, abrupt: true });
		server.faults.next(LOG, { kind: 'status', name: 'badGateway' }, 3);
		server.faults.next(LOG, { kind: 'reset' }, 2);
		assert.deepEqual(await readAll(), ALL);
		await hub().controlSpace(SPACE, 'restart', open.signal);
		server.faults.next(LOG, { kind: 'cutAfter', deltas: 1 });
		server.faults.always(LOG, { kind: 'status', name: 'internal' });
		assert.equal((await problemOf(readAll())).code, 'server');
	});

	it('says at once what does not pass, and what fails at first', async () => {
		server.faults.next(LOG, { kind: 'status', name: 'internal' });
		assert.equal((await problemOf(readAll())).code, 'server');
		assert.equal(asked(), 1);
		server.faults.next(LOG, { kind: 'cutAfter', deltas: 1 });
		server.faults.next(LOG, { kind: 'wrongContentType' });
		assert.equal((await problemOf(readAll())).code, 'protocol');
		assert.equal(asked(), 3);
	});

	it('has the rest of a build that is over, or says that it was cut', async () => {
		const build = await readAll('build');
		server.traffic.clear();
		server.faults.next(LOG, { kind: 'cutAfter', deltas: 2, abrupt: true });
		assert.deepEqual([await readAll('build'), asked()], [build, 2]);
		server.faults.always(LOG, { kind: 'cutAfter', deltas: 2, abrupt: true });
		assert.equal((await problemOf(readAll('build'))).code, 'network.offline');
		server.faults.clear();
		server.faults.next(LOG, { kind: 'stallAfter', deltas: build.length });
		server.traffic.clear();
		assert.deepEqual([await withBodyTimeout(200, () => readAll('build')), asked()], [build, 1]);
	});

	it('ends with a build that is over', async () => {
		assert.equal((await readAll('build')).at(-1), '--> Pushing image');
		assert.equal(asked(), 1);
	});

	it('is not asked for again before somebody reads it, and goes on then without what was there', async () => {
		const gate = new Gate();
		const lines: string[] = [];
		let whenLast: () => void = () => undefined;
		const atLast = new Promise<void>(resolve => (whenLast = resolve));

		const reading = (async () => {
			for await (const line of hub().spaceLog(SPACE, 'run', open.signal, signal => {
				whenLast();
				return gate.pass(signal);
			})) {
				lines.push(line);
				gate.close();
			}
		})();
		await atLast;
		await settled();
		assert.deepEqual([lines, asked()], [ALL, 1]);
		server.traffic.clear();
		gate.open();
		await server.traffic.until(() => asked() > 0);
		open.abort();
		assert.equal((await problemOf(reading)).code, 'cancelled');
		assert.deepEqual(lines, ALL);
	});

	it('is not opened again for one who has turned away while it was asked whether it goes on', async () => {
		const gate = new Gate();
		const lines: string[] = [];
		let questions = 0;
		let whenAsked: () => void = () => undefined;
		const askedAgain = new Promise<void>(resolve => (whenAsked = resolve));
		const wanted = (signal: AbortSignal) => {
			questions++;
			if (questions === 1) {
				return Promise.resolve();
			}
			gate.close();
			whenAsked();
			return gate.pass(signal);
		};
		const reading = (async () => {
			for await (const line of hub().spaceLog(SPACE, 'run', open.signal, wanted)) {
				lines.push(line);
			}
		})();
		await askedAgain;
		// The Space was asked about, and is not once more.
		await settled();
		assert.deepEqual([lines, asked(), questions], [ALL, 1, 2]);
		open.abort();
		assert.equal((await problemOf(reading)).code, 'cancelled');
	});

	it('is left alone by whoever closes it while nobody reads it', async () => {
		const gate = new Gate();
		gate.close();
		const reading = (async () => {
			for await (const line of hub().spaceLog(SPACE, 'run', open.signal, signal => gate.pass(signal))) {
				assert.ok(ALL.includes(line));
			}
		})();
		await server.traffic.until(({ openRequests }) => asked() === 1 && openRequests === 0);
		open.abort();
		assert.equal((await problemOf(reading)).code, 'cancelled');
	});

	it('is left alone by whoever has closed it', async () => {
		const lines: string[] = [];
		const reading = (async () => {
			for await (const line of hub().spaceLog(SPACE, 'run', open.signal)) {
				lines.push(line);
			}
		})();
		// The Space runs on, and its log comes to an end each time.
		await server.traffic.until(() => asked() > 2);
		open.abort();
		assert.equal((await problemOf(reading)).code, 'cancelled');
		assert.deepEqual(lines, ALL);
		await server.traffic.until(({ openRequests }) => openRequests === 0);
		server.traffic.clear();
		await settled();
		assert.deepEqual(
			server.traffic.requests.filter(({ token }) => token !== undefined),
			[],
		);
	});
});

/** Does something while Node's `fetch` waits only so long between two chunks, instead of five minutes. */
async function withBodyTimeout<T>(bodyTimeout: number, work: () => Promise<T>): Promise<T> {
	const key = Symbol.for('undici.globalDispatcher.1');
	const before = Reflect.get(globalThis, key) as object;
	const Agent = before.constructor as new (options: { readonly bodyTimeout: number }) => object;
	Reflect.set(globalThis, key, new Agent({ bodyTimeout }));
	try {
		return await work();
	} finally {
		Reflect.set(globalThis, key, before);
	}
}
