import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Check, CheckContext } from '../../../src/doctor/check';
import { Diagnosis } from '../../../src/doctor/diagnosis';
import type { DoctorDeps } from '../../../src/doctor/doctorDeps';
import type { Finding } from '../../../src/doctor/finding';
import { CHECKS, type CheckId } from '../../../src/shared/diagnosis';
import { ProblemError } from '../../../src/util/problemError';

const FINE: Finding = { kind: 'tokens.keyringWorks' };

/** A diagnosis whose checks do as they are told, and find nothing wrong by default. */
function diagnosisWith(own: Partial<Record<CheckId, Check>>): Diagnosis {
	const table = Object.fromEntries(
		CHECKS.map(id => [id, own[id] ?? (async () => [FINE])]),
	) as unknown as Record<CheckId, Check>;
	return new Diagnosis({} as DoctorDeps, table);
}

/** A check that ends when it is told to, or when it is stopped. */
function slowCheck() {
	const started: Array<{ readonly signal: AbortSignal; end(): void }> = [];
	const check: Check = (_, signal) =>
		new Promise((resolve, reject) => {
			signal.addEventListener('abort', () => reject(new ProblemError({ code: 'cancelled' })));
			started.push({ signal, end: () => resolve([FINE]) });
		});
	return { check, started };
}

const stateOf = (diagnosis: Diagnosis, id: CheckId) =>
	diagnosis.view.checks.find(check => check.id === id)?.state;

describe('a diagnosis', () => {
	it('looks at nothing before it is asked to', () => {
		const diagnosis = diagnosisWith({ hub: () => assert.fail('asked') });
		assert.deepEqual(new Set(diagnosis.view.checks.map(({ state }) => state)), new Set(['waiting']));
	});

	it('shows each result as it comes', async () => {
		const { check, started } = slowCheck();
		const diagnosis = diagnosisWith({ hub: check });
		const running = diagnosis.runAll();
		await new Promise(resolve => setImmediate(resolve));
		assert.equal(stateOf(diagnosis, 'hub'), 'running');
		assert.equal(stateOf(diagnosis, 'keyring'), 'done');
		started[0]?.end();
		await running;
		assert.equal(stateOf(diagnosis, 'hub'), 'done');
	});

	for (const [what, fail] of [
		['a problem', () => Promise.reject(new ProblemError({ code: 'network.offline', host: 'h' }))],
		['an error that nobody foresaw', () => Promise.reject(new TypeError('x is undefined'))],
		['something that is no error', () => Promise.reject(Object.assign(new Error(), { toString: null }))],
		[
			'an error at once',
			() => {
				throw new Error('at once');
			},
		],
	] as ReadonlyArray<readonly [string, Check]>) {
		it(`makes a finding of ${what}, and goes on with the others`, async () => {
			const diagnosis = diagnosisWith({ keyring: fail });
			await diagnosis.runAll();
			assert.equal(diagnosis.findingsOf('keyring')[0]?.kind, 'failed');
			assert.deepEqual(diagnosis.findingsOf('hub'), [FINE]);
			assert.deepEqual(new Set(diagnosis.view.checks.map(({ state }) => state)), new Set(['done']));
		});
	}

	it('stops what is running, which is no failure', async () => {
		const { check, started } = slowCheck();
		const diagnosis = diagnosisWith({ hub: check, router: check });
		const running = diagnosis.runAll();
		await new Promise(resolve => setImmediate(resolve));
		diagnosis.cancel();
		await running;
		assert.deepEqual(
			started.map(({ signal }) => signal.aborted),
			[true, true],
		);
		assert.equal(stateOf(diagnosis, 'hub'), 'cancelled');
		assert.deepEqual(diagnosis.findingsOf('hub'), []);
		assert.equal(stateOf(diagnosis, 'keyring'), 'done');
	});

	it('runs one check again, and the newest run counts', async () => {
		const { check, started } = slowCheck();
		const diagnosis = diagnosisWith({ hub: check });
		const first = diagnosis.run('hub');
		const second = diagnosis.run('hub');
		assert.equal(started[0]?.signal.aborted, true);
		await first;
		assert.equal(stateOf(diagnosis, 'hub'), 'running');
		started[1]?.end();
		await second;
		assert.equal(stateOf(diagnosis, 'hub'), 'done');
		assert.equal(stateOf(diagnosis, 'router'), 'waiting');
	});

	it('asks about another goal only once it was asked about one, and about a repo at once', async () => {
		const asked: string[] = [];
		const note: Check = async ({ goal, repo }: CheckContext) => {
			asked.push(`${goal} ${repo}`);
			return [FINE];
		};
		const diagnosis = diagnosisWith({ goal: note, access: note });
		await diagnosis.setGoal('jobs');
		assert.deepEqual(asked, []);
		await diagnosis.setRepo('  acme/model ');
		assert.deepEqual(asked, ['jobs acme/model']);
		await diagnosis.run('goal');
		await diagnosis.setGoal('hub.write');
		assert.deepEqual(asked.slice(1), ['jobs acme/model', 'hub.write acme/model']);
	});

	it('tells nobody any more once it is gone', async () => {
		const { check } = slowCheck();
		const diagnosis = diagnosisWith({ hub: check });
		const running = diagnosis.run('hub');
		let told = 0;
		diagnosis.onDidChange(() => told++);
		diagnosis.dispose();
		await running;
		assert.equal(told, 0);
	});
});
