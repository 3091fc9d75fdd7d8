import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { Diagnosis } from '../../src/doctor/diagnosis';
import type { FindingKind } from '../../src/doctor/finding';
import { CHECKS, type CheckId } from '../../src/shared/diagnosis';
import { shareSecrets } from '../host/shareSecrets';
import { type LoopbackHub, startLoopbackHub } from '../hub/loopbackHub';
import { brokenEndpoint } from './brokenEndpoint';
import { diagnosisOf } from './diagnosisOf';
import { type FaultName, FAULTS } from './faultNames';
import { Workplace } from './workplace';

/** What goes wrong, what is found then, and by which check. Every other check still finds what it finds. */
type Row = readonly [fault: FaultName, check: CheckId, kind: FindingKind];

const GATED = 'meta-llama/Llama-3.1-8B-Instruct';

/** Faults of everything that the Hub and the router are asked. */
const NETWORK: readonly Row[] = [
	['reset', 'hub', 'network.unreachable'],
	['refused', 'hub', 'network.unreachable'],
	['tls', 'hub', 'network.unreachable'],
	['redirect', 'hub', 'network.unreachable'],
	['internal', 'hub', 'network.strange'],
	['badGateway', 'hub', 'network.strange'],
	['gatewayTimeout', 'hub', 'network.strange'],
	['unauthorized', 'hub', 'network.strange'],
	['wrongContentType', 'hub', 'network.strange'],
	['emptyBody', 'hub', 'network.reached'],
	['brokenJson', 'hub', 'network.reached'],
	['cutBody', 'hub', 'network.reached'],
	['oneByteChunks', 'hub', 'network.reached'],
	['slowHeaders', 'hub', 'network.reached'],
	['rateLimited', 'hub', 'network.reached'],
	['rateLimited', 'rateLimit', 'network.rate'],
	['rateLimitedBare', 'rateLimit', 'failed'],
	['reset', 'rateLimit', 'failed'],
	['reset', 'router', 'network.unreachable'],
	['refused', 'router', 'network.unreachable'],
	['tls', 'router', 'network.unreachable'],
	['badGateway', 'router', 'network.strange'],
	['wrongContentType', 'router', 'network.strange'],
	['reset', 'tokens', 'tokens.unchecked'],
	['rateLimited', 'tokens', 'tokens.unchecked'],
	['internal', 'tokens', 'tokens.unchecked'],
	['brokenJson', 'tokens', 'tokens.unchecked'],
	['emptyBody', 'tokens', 'tokens.unchecked'],
	['unauthorized', 'tokens', 'tokens.refused'],
	['expiredToken', 'tokens', 'tokens.expired'],
	['reset', 'access', 'failed'],
	['internal', 'access', 'failed'],
	['brokenJson', 'access', 'failed'],
	['gatedSignIn', 'access', 'access.state'],
	['gatedRejected', 'access', 'access.state'],
	['disabled', 'access', 'access.state'],
];

describe('the doctor × fault', () => {
	let hub: LoopbackHub;
	let place: Workplace;
	let diagnosis: Diagnosis;

	before(async () => {
		hub = await startLoopbackHub({ deltaGapMs: 0 });
		shareSecrets(hub.tokens);
	});
	afterEach(async () => {
		diagnosis.dispose();
		await place.close();
		hub.reset();
	});
	after(() => hub.stop());

	async function open(): Promise<void> {
		place = await Workplace.open(hub);
		diagnosis = diagnosisOf(place);
		await diagnosis.setRepo(GATED);
	}

	async function runAll(): Promise<void> {
		await diagnosis.runAll();
		for (const { id, state, findings } of diagnosis.view.checks) {
			assert.equal(state, 'done', id);
			assert.ok(findings.length > 0, id);
		}
		await hub.traffic.until(({ openRequests }) => openRequests === 0);
	}

	const kindsOf = (id: CheckId) => diagnosis.findingsOf(id).map(({ kind }) => kind);

	it('finds nothing wrong where nothing is', async () => {
		await open();
		await runAll();
		assert.deepEqual(kindsOf('hub'), ['network.reached']);
		assert.deepEqual(kindsOf('router'), ['network.reached']);
		assert.deepEqual(kindsOf('tokens'), ['tokens.works']);
		assert.deepEqual(kindsOf('keyring'), ['tokens.keyringWorks']);
		assert.deepEqual(kindsOf('rateLimit'), ['network.rate']);
		assert.deepEqual(kindsOf('access'), ['access.state']);
	});

	for (const [fault, check, kind] of NETWORK) {
		it(`${fault}: ${check} ends in ${kind}, every check in a finding, and it works again afterwards`, async () => {
			await open();
			const plan = FAULTS[fault];
			const { endpoints } = place;
			const broken = 'endpoint' in plan ? await brokenEndpoint(plan.endpoint) : undefined;
			if (broken) {
				place.endpoints = { hub: broken.origin, router: broken.origin };
			} else if ('fault' in plan) {
				hub.faults.always({}, plan.fault);
			}
			await runAll();
			assert.ok(kindsOf(check).includes(kind), kindsOf(check).join());
			hub.faults.clear();
			place.endpoints = endpoints;
			await broken?.close();
			await diagnosis.run('hub');
			assert.deepEqual(kindsOf('hub'), ['network.reached']);
			assert.deepEqual(
				hub.traffic.requests.filter(({ host }) => host === 'foreign'),
				[],
			);
		});
	}

	for (const fault of ['throw', 'lose', 'throwAfter', 'hang'] as const) {
		it(`a keyring that does this is found: ${fault}`, async () => {
			await open();
			place.editor.secretFaults.push(...Array.from({ length: 40 }, () => fault));
			await runAll();
			assert.deepEqual(kindsOf('keyring'), ['tokens.keyringFails']);
			assert.deepEqual(kindsOf('hub'), ['network.reached']);
			place.editor.secretFaults.length = 0;
			place.editor.hanging.splice(0).forEach(go => go());
		});
	}

	for (const [stored, isLost] of [
		[{ version: 1, entries: 'damaged' }, true],
		[{ version: 99, entries: {} }, false],
		[42, true],
	] as const) {
		it(`metadata that cannot be read ends no check: ${JSON.stringify(stored)}`, async () => {
			await open();
			diagnosis.dispose();
			// A window that opens on what is stored now.
			place.editor.stored = { 'hfWorkbench.tokens': stored };
			const hubOrigins = () => [place.endpoints.hub, place.endpoints.router];
			const { tokens } = place.editor.openWindow({ hubOrigins, allowedOrigins: hubOrigins });
			await tokens.resolve();
			diagnosis = diagnosisOf(place, { tokens });
			await runAll();
			// Whose the tokens in the keyring are is not known: they come back when that is asked for.
			assert.deepEqual([tokens.records.length, tokens.isListLost], [0, isLost]);
			assert.deepEqual(kindsOf('tokens'), ['tokens.none']);
			assert.ok(kindsOf('keyring').includes('tokens.unlisted'));
			if (isLost) {
				await tokens.recoverUnlisted();
				await runAll();
				// What was recovered is checked, and has its facts again.
				assert.deepEqual(
					tokens.records.map(({ user, state }) => [user, state]),
					[['ada', 'valid']],
				);
				assert.deepEqual(kindsOf('tokens'), ['tokens.works']);
			}
			tokens.dispose();
		});
	}

	it('asks no more than once whose a token is, whatever was answered, until it is asked again', async () => {
		await open();
		hub.faults.always({ path: /whoami/ }, { kind: 'status', name: 'rateLimited' });
		await runAll();
		const asked = hub.traffic.requests.filter(({ path }) => path.startsWith('/api/whoami'));
		assert.equal(asked.length, 1);
	});

	it('can be stopped whatever hangs, and leaves nothing open', async () => {
		await open();
		hub.faults.always({}, { kind: 'hang' });
		const running = diagnosis.runAll();
		await hub.traffic.until(({ openRequests }) => openRequests >= 3);
		diagnosis.cancel();
		await running;
		assert.deepEqual(
			CHECKS.filter(id => diagnosis.view.checks.some(check => check.id === id && check.state === 'running')),
			[],
		);
		await hub.traffic.until(({ openRequests }) => openRequests === 0);
	});
});
