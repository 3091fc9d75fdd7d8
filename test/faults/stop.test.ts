import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { pause } from '../../src/inference/pause';
import { shareSecrets } from '../host/shareSecrets';
import { type LoopbackHub, startLoopbackHub } from '../hub/loopbackHub';
import type { OperationName } from './matrix';
import { FailedRun, operations } from './operations';
import { problemIn } from './problemIn';
import { Workplace } from './workplace';

/** How far a request has come when the user has enough of it. */
type Phase = 'before it is sent' | 'before the headers' | 'in the body';

describe('stopping', () => {
	let hub: LoopbackHub;
	let place: Workplace;
	let stop: AbortController;

	before(async () => {
		hub = await startLoopbackHub({ deltaGapMs: 0 });
		shareSecrets(hub.tokens);
	});
	beforeEach(async () => {
		place = await Workplace.open(hub);
		stop = new AbortController();
	});
	afterEach(async () => {
		await place.close();
		hub.reset();
	});
	after(() => hub.stop());

	const closed = () =>
		hub.traffic.until(({ openRequests, openStreams }) => openRequests === 0 && openStreams === 0);

	/** A price is asked for beside an answer; the answer is what one stops. */
	const names = Object.keys(operations).filter(name => name !== 'lookUpPrice') as OperationName[];

	const stopIn: Readonly<Record<Phase, (name: OperationName) => Promise<void>>> = {
		'before it is sent': async () => stop.abort(),
		'before the headers': async name => {
			hub.faults.always(operations[name].request, { kind: 'hang' });
			void arrived(name).then(() => stop.abort());
		},
		'in the body': async name => {
			const isStreamed = name === 'chat' || name === 'text-generation' || name === 'followLog';
			hub.faults.always(
				operations[name].request,
				isStreamed ? { kind: 'stallAfter', deltas: 4 } : { kind: 'stallBody' },
			);
			// Half a body is no event that a client tells of; it comes a moment after its request.
			void arrived(name)
				.then(() => delay(20))
				.then(() => stop.abort());
		},
	};

	/** What the Hub has done by the time that it answers: the status says all, and nothing is left to be stopped. */
	const done: ReadonlySet<OperationName> = new Set<OperationName>([
		'revokeToken',
		'createRepo',
		'changeRepo',
		'duplicateRepo',
		'pauseSpace',
		'moveRepo',
		'createBranch',
		'deleteBranch',
		'createTag',
		'deleteTag',
		'answerRequest',
	]);
	const canStop = (name: OperationName, phase: string) => !done.has(name) || phase !== 'in the body';

	for (const name of names) {
		for (const [phase, prepare] of Object.entries(stopIn).filter(([one]) => canStop(name, one))) {
			it(`${name}, ${phase}: cancelled, the connection closed, and it works again afterwards`, async () => {
				// A renewal goes on without the one who asked; its own end is what closes the connection.
				place.signInPatience = 3_000;
				await prepare(name);
				const problem = await problemIn(operations[name].perform(place, stop.signal));
				assert.deepEqual(problem, { code: 'cancelled' });
				await closed();
				hub.faults.clear();
				await operations[name].perform(place, new AbortController().signal);
			});
		}
	}

	it('keeps what has arrived of a chat, in the window and on disk', async () => {
		hub.faults.always(operations.chat.request, { kind: 'stallAfter', deltas: 4 });
		let deltas = 0;
		place.runs.onDidChange(({ type }) => type === 'delta' && ++deltas === 4 && stop.abort());
		const error = await operations.chat.perform(place, stop.signal).catch((thrown: unknown) => thrown);
		assert.ok(error instanceof FailedRun);
		assert.equal(error.deltas, 4);
		assert.ok(error.kept);
		const saved = await place.saved(error.id);
		assert.deepEqual([saved.state, saved.output], [{ type: 'stopped' }, error.kept]);
		await closed();
	});

	it('ends the wait for a model that is being loaded', async () => {
		place.pause = pause;
		hub.faults.always(operations.summarization.request, { kind: 'status', name: 'loading' });
		place.runs.onDidChange(event => {
			if (event.type === 'change' && event.change.state?.type === 'running' && event.change.state.waiting) {
				stop.abort();
			}
		});
		assert.deepEqual(await problemIn(operations.summarization.perform(place, stop.signal)), {
			code: 'cancelled',
		});
		await closed();
	});

	it('ends the wait for a token that the keyring does not give', async () => {
		place.editor.secretFaults.push('hang');
		setImmediate(() => stop.abort());
		assert.deepEqual(await problemIn(operations.chat.perform(place, stop.signal)), { code: 'cancelled' });
		assert.deepEqual(hub.traffic.requests, []);
	});

	it('leaves an answer finished for which only the price is missing', async () => {
		hub.faults.always(operations.lookUpPrice.request, { kind: 'hang' });
		// Once it is answered, a run that nothing went wrong with waits for nothing else than the price.
		let isAnswered = false;
		place.runs.onDidChange(({ type }) => {
			isAnswered ||= type === 'delta';
		});
		place.pause = (milliseconds, signal) => {
			if (isAnswered) {
				stop.abort();
			}
			return pause(milliseconds, signal);
		};
		await operations.lookUpPrice.perform(place, stop.signal);
		assert.ok(stop.signal.aborted);
		await closed();
	});

	async function arrived(name: OperationName): Promise<void> {
		const { path } = operations[name].request;
		await hub.traffic.until(({ requests }) =>
			requests.some(request => request.endedAt === undefined && path?.test(request.path)),
		);
	}
});
