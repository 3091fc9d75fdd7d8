import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { Output } from '../../src/shared/output';
import { shareSecrets } from '../host/shareSecrets';
import { type LoopbackHub, startLoopbackHub } from '../hub/loopbackHub';
import { brokenEndpoint } from './brokenEndpoint';
import { type FaultName, FAULTS } from './faultNames';
import { MATRIX, type OperationName } from './matrix';
import { FailedRun, operations } from './operations';
import { problemIn } from './problemIn';
import type { Expectation, Failure } from './rows';
import { Workplace } from './workplace';

const forever = new AbortController().signal;

/** Never answers in time: only an impatient user sees its end. */
const ENDLESS: ReadonlySet<FaultName> = new Set(['hang', 'stallBody']);

/** Whether the status of an answer says all that there is to know: its body is not waited for. */
const isChange = (name: OperationName) =>
	MATRIX[name].hang !== 'success' && 'stallBody' in MATRIX[name] && MATRIX[name].stallBody === 'success';

describe('operation × fault', () => {
	let hub: LoopbackHub;
	let place: Workplace;
	const healthy = new Map<OperationName, unknown>();

	before(async () => {
		hub = await startLoopbackHub({ deltaGapMs: 0 });
		shareSecrets(hub.tokens);
	});
	afterEach(async () => {
		await place.close();
		hub.reset();
	});
	after(() => hub.stop());

	for (const name of Object.keys(MATRIX) as OperationName[]) {
		const row: Readonly<Partial<Record<FaultName, Expectation>>> = MATRIX[name];
		describe(name, () => {
			before(async () => {
				place = await Workplace.open(hub);
				healthy.set(name, await operations[name].perform(place, forever));
				await place.close();
			});
			for (const [fault, expectation] of Object.entries(row) as Array<[FaultName, Expectation]>) {
				const outcome = expectation === 'success' ? expectation : expectation.problem.code;
				it(`${fault}: ${outcome}, nothing left open, and it works again afterwards`, async () => {
					place = await Workplace.open(hub);
					await withFault(name, fault, async () => {
						await expectOutcome(name, expectation);
						await nothingOpen();
					});
					assert.deepEqual(await operations[name].perform(place, forever), healthy.get(name));
					await nothingOpen();
					await expectNoTokens();
				});
			}
		});
	}

	/** Lets the fault happen to the operation's request for as long as `work` goes on. */
	async function withFault(name: OperationName, fault: FaultName, work: () => Promise<void>): Promise<void> {
		const { request } = operations[name];
		const plan = FAULTS[fault];
		const { endpoints } = place;
		place.isImpatient = ENDLESS.has(fault) && !(fault === 'stallBody' && isChange(name));
		const broken = 'endpoint' in plan ? await brokenEndpoint(plan.endpoint) : undefined;
		if (broken) {
			place.endpoints = { ...endpoints, [request.host ?? 'hub']: broken.origin };
		} else if ('fault' in plan) {
			hub.faults[plan.once ? 'next' : 'always'](request, plan.fault);
		}
		try {
			await work();
		} finally {
			hub.faults.clear();
			place.endpoints = endpoints;
			place.isImpatient = false;
			// What the Hub had said about its rate limits is over by now.
			place.laterBy += 60_000;
			await broken?.close();
		}
	}

	async function expectOutcome(name: OperationName, expectation: Expectation): Promise<void> {
		if (expectation === 'success') {
			assert.deepEqual(await operations[name].perform(place, forever), healthy.get(name));
			return;
		}
		const work = operations[name].perform(place, forever);
		const problem = await problemIn(work);
		assert.deepEqual({ ...problem, ...expectation.problem }, problem);
		const error = await work.catch((thrown: unknown) => thrown);
		if (error instanceof FailedRun) {
			expectKept(error, healthy.get(name) as Output, expectation);
			const saved = await place.saved(error.id);
			assert.deepEqual(saved.state, { type: 'failed', problem });
			assert.deepEqual(saved.output, error.kept);
		}
	}

	async function nothingOpen(): Promise<void> {
		await hub.traffic.until(({ openRequests, openStreams }) => openRequests === 0 && openStreams === 0);
	}

	async function expectNoTokens(): Promise<void> {
		assert.deepEqual(
			hub.traffic.requests.filter(({ host }) => host === 'foreign'),
			[],
		);
		const written = JSON.stringify(place.editor.stored) + (await place.onDisk());
		assert.ok(!written.includes(hub.tokens.write));
	}
});

/** What arrived is the beginning of the right answer, and all of it that came is there. */
function expectKept({ kept, deltas }: FailedRun, whole: Output, { keeps }: Failure): void {
	if (keeps !== undefined) {
		assert.equal(deltas, keeps);
		assert.equal(kept !== undefined, keeps > 0);
	}
	if (kept) {
		if (kept.kind === 'text' && whole.kind === 'text') {
			assert.ok(kept.text !== '' && whole.text.startsWith(kept.text));
			return;
		}
		assert.ok(kept.kind === 'chat' && whole.kind === 'chat');
		assert.ok(whole.content.startsWith(kept.content));
		assert.ok(whole.reasoning.startsWith(kept.reasoning));
		assert.notEqual(kept.content + kept.reasoning, '');
	}
}
