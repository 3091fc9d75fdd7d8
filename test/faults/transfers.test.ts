import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { FileThreadClient } from '../../src/hub/thread/fileThreadClient';
import type { DownloadTarget } from '../../src/hub/transfers/download';
import { wordProblemWithoutRun } from '../../src/ui/wordProblemWithoutRun';
import { makeRunFolder } from '../host/makeRunFolder';
import { shareSecrets } from '../host/shareSecrets';
import { type LoopbackHub, startLoopbackHub } from '../hub/loopbackHub';
import { checkCache } from '../unit/transfers/checkCache';
import { startFileThread } from '../unit/transfers/startFileThread';
import { brokenEndpoint } from './brokenEndpoint';
import { type FaultName, FAULTS } from './faultNames';
import { problemIn } from './problemIn';
import type { Expectation } from './rows';
import { PART_BYTES, TransferDesk } from './transferDesk';
import { TRANSFER_MATRIX, type TransferStepName } from './transferMatrix';
import { TRANSFER_STEPS, type TransferStep } from './transferSteps';

/** Never answers in time: only an impatient user sees its end. */
const ENDLESS: ReadonlySet<FaultName> = new Set(['hang', 'stallBody']);

/** Cases at a time: most of one is waiting. */
const LANES = 4;

describe('transfer × fault', () => {
	let hub: LoopbackHub;
	const folder = makeRunFolder('transfers');
	const thread = new FileThreadClient(startFileThread);

	before(async () => {
		hub = await startLoopbackHub({ deltaGapMs: 0, partBytes: PART_BYTES });
		shareSecrets(hub.tokens);
	});
	after(async () => {
		await hub.stop();
		thread.dispose();
		await folder.release();
	});

	for (const name of Object.keys(TRANSFER_MATRIX) as TransferStepName[]) {
		const step = TRANSFER_STEPS[name];
		const row: Readonly<Partial<Record<FaultName, Expectation>>> = TRANSFER_MATRIX[name];
		const cases = Object.entries(row) as Array<[FaultName, Expectation]>;
		describe(name, () => {
			const outcomes = new Map<FaultName, Promise<void>>();
			before('begin with all of them, a few at a time', () => {
				const lanes = Array.from({ length: LANES }, () => Promise.resolve());
				cases.forEach(([fault, expectation], index) => {
					const outcome = (lanes[index % LANES] ?? Promise.resolve()).then(() =>
						run(step, fault, expectation),
					);
					outcomes.set(fault, outcome);
					lanes[index % LANES] = outcome.catch(() => undefined);
				});
			});
			after(() => hub.traffic.clear());
			for (const [fault, expectation] of cases) {
				const outcome = expectation === 'success' ? expectation : expectation.problem.code;
				it(`${fault}: ${outcome}, nothing half done or left open, and it goes through afterwards`, () =>
					outcomes.get(fault));
			}
		});
	}

	it('never came to an origin that is nobody’s with a token, nor to the storage', () => {
		assert.deepEqual(
			hub.traffic.sentTo('write').filter(one => !one.includes(` ${hub.origin}/`)),
			[],
		);
	});

	async function run(step: TransferStep, fault: FaultName, expectation: Expectation): Promise<void> {
		const desk = await TransferDesk.open(hub, folder.path, thread);
		try {
			await prepare(step, desk);
			await withFault(step, desk, fault, async () => {
				await expectOutcome(step, desk, expectation);
				await nothingOpen(desk);
			});
			await transfer(step, desk);
			await expectWhole(step, desk);
			await nothingOpen(desk);
		} finally {
			await desk.close();
		}
	}

	async function prepare({ direction, there }: TransferStep, desk: TransferDesk): Promise<void> {
		if (direction === 'upload') {
			return desk.lay();
		}
		desk.stock();
		if (there !== undefined) {
			await mkdir(desk.blobs, { recursive: true });
			const begun = desk.files.get('weights.bin')?.subarray(0, there) ?? '';
			await writeFile(path.join(desk.blobs, `${desk.oid('weights.bin')}.incomplete`), begun);
		}
	}

	function transfer({ direction, target = 'cache' }: TransferStep, desk: TransferDesk): Promise<unknown> {
		const place: DownloadTarget =
			target === 'cache' ? { kind: 'cache', root: desk.cache } : { kind: 'folder', path: desk.own };
		return direction === 'upload' ? desk.upload() : desk.download(place);
	}

	/** Lets the fault happen to the desk's requests of that kind for as long as `work` goes on. */
	async function withFault(
		step: TransferStep,
		desk: TransferDesk,
		fault: FaultName,
		work: () => Promise<void>,
	): Promise<void> {
		const plan = FAULTS[fault];
		const request = step.request(desk);
		const { endpoints } = desk;
		desk.isImpatient = ENDLESS.has(fault);
		const broken = 'endpoint' in plan ? await brokenEndpoint(plan.endpoint) : undefined;
		if (broken) {
			desk.endpoints = { ...endpoints, hub: broken.origin };
		} else if ('fault' in plan) {
			hub.faults[plan.once ? 'next' : 'always'](request, plan.fault);
		}
		try {
			await work();
		} finally {
			hub.faults.clear(request);
			desk.endpoints = endpoints;
			desk.isImpatient = false;
			// What the Hub had said about its rate limits is over by now.
			desk.laterBy += 60_000;
			await broken?.close();
		}
	}

	async function expectOutcome(
		step: TransferStep,
		desk: TransferDesk,
		expectation: Expectation,
	): Promise<void> {
		const before = desk.onHub();
		if (expectation === 'success') {
			await transfer(step, desk);
			return expectWhole(step, desk);
		}
		const problem = await problemIn(transfer(step, desk));
		assert.deepEqual({ ...problem, ...expectation.problem }, problem);
		const { title, explanation } = wordProblemWithoutRun(problem);
		assert.ok(title !== '' && explanation !== '');
		if (step.direction === 'upload') {
			const now = desk.onHub();
			// A commit whose answer was lost was made as it was meant; there is nothing in between.
			assert.deepEqual(now, now.size === before.size ? before : desk.meant());
		} else {
			await expectNothingHalf(desk);
		}
	}

	async function expectNothingHalf(desk: TransferDesk): Promise<void> {
		const cached = await desk.contents(desk.cache);
		if (cached.size > 0) {
			for (const contents of (await checkCache(desk.cache, { incomplete: true })).values()) {
				contents.forEach((content, file) => assert.deepEqual(content, desk.files.get(file)));
			}
		}
		for (const [file, content] of await desk.contents(desk.own)) {
			if (!file.startsWith('.cache')) {
				assert.deepEqual(content, desk.files.get(file));
			}
		}
		expectNoLock([...cached.keys(), ...(await desk.contents(desk.own)).keys()]);
	}

	async function expectWhole({ direction, target }: TransferStep, desk: TransferDesk): Promise<void> {
		if (direction === 'upload') {
			assert.deepEqual(desk.onHub(), desk.meant());
			assert.equal(await desk.upload(), undefined, 'the repo has everything');
			return;
		}
		if (target === 'folder') {
			const own = await desk.contents(desk.own);
			const files = [...own].filter(([file]) => !file.startsWith('.cache'));
			assert.deepEqual(new Map(files.sort()), new Map([...desk.files].sort()));
			expectNoLock([...own.keys()]);
			assert.deepEqual(
				[...own.keys()].filter(file => file.endsWith('.incomplete')),
				[],
			);
			return;
		}
		const [snapshot, ...others] = (await checkCache(desk.cache)).values();
		assert.deepEqual(new Map([...(snapshot ?? [])].sort()), new Map([...desk.files].sort()));
		assert.deepEqual(others, []);
		expectNoLock([...(await desk.contents(desk.cache)).keys()]);
	}

	function expectNoLock(files: readonly string[]): void {
		assert.deepEqual(
			files.filter(file => /\.lock|\.ref$/.test(file)),
			[],
		);
	}

	/** Every request that was about the desk's repo or files has come to its end. */
	async function nothingOpen(desk: TransferDesk): Promise<void> {
		await hub.traffic.until(({ requests }) =>
			requests.every(request => request.endedAt !== undefined || !desk.isAbout(request.path)),
		);
	}
});
