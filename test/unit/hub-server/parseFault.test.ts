import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Fault, FaultKind, FaultOf } from '../../hub/fault';
import { FaultPlan } from '../../hub/faults';
import { parseFault } from '../../hub/parseFault';

/** One fault of each kind. */
const samples: { readonly [K in FaultKind]: FaultOf<K> } = {
	status: { kind: 'status', name: 'rateLimited', seconds: 3 },
	brokenJson: { kind: 'brokenJson' },
	wrongContentType: { kind: 'wrongContentType' },
	emptyBody: { kind: 'emptyBody' },
	cutBeforeFirstDelta: { kind: 'cutBeforeFirstDelta' },
	cutAfter: { kind: 'cutAfter', deltas: 2, abrupt: true },
	errorEventAfter: { kind: 'errorEventAfter', deltas: 0, plain: true },
	stallAfter: { kind: 'stallAfter', deltas: 1 },
	cutBody: { kind: 'cutBody' },
	stallBody: { kind: 'stallBody' },
	oneByteChunks: { kind: 'oneByteChunks' },
	reset: { kind: 'reset' },
	redirect: { kind: 'redirect', status: 302, origin: 'http://127.0.0.1:1' },
	foreignLinkHeader: { kind: 'foreignLinkHeader' },
	slowHeaders: { kind: 'slowHeaders', milliseconds: 1 },
	hang: { kind: 'hang' },
};

describe('Faults that come as JSON', () => {
	for (const fault of Object.values<Fault>(samples)) {
		it(`takes ${JSON.stringify(fault)}`, () => {
			assert.deepEqual(parseFault(JSON.parse(JSON.stringify(fault))), fault);
		});
	}

	const wrong: readonly unknown[] = [
		null,
		'reset',
		{},
		{ kind: 'toString' },
		{ kind: 'status' },
		{ kind: 'status', name: 'teapot' },
		{ kind: 'cutAfter', deltas: -1 },
		{ kind: 'redirect', status: 200 },
		{ kind: 'slowHeaders' },
	];
	for (const value of wrong) {
		it(`refuses ${JSON.stringify(value)}`, () => {
			assert.equal(parseFault(value), undefined);
		});
	}

	it('takes nothing that is no fault', () => {
		fc.assert(
			fc.property(fc.jsonValue(), value => {
				assert.equal(parseFault(value), undefined);
			}),
		);
	});

	it('is used up as often as it was planned', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 5 }), fc.nat(8), (times, requests) => {
				const plan = new FaultPlan();
				plan.next({ path: /x/ }, samples.reset, times);
				const taken = Array.from(Array(requests).keys(), () =>
					plan.take({ method: 'GET', path: '/x', host: 'hub' }),
				);
				assert.equal(taken.filter(fault => fault !== undefined).length, Math.min(times, requests));
				assert.equal(plan.take({ method: 'GET', path: '/y', host: 'hub' }), undefined);
			}),
		);
	});
});
