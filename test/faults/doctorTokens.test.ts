import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import type { Diagnosis } from '../../src/doctor/diagnosis';
import type { Finding, FindingKind } from '../../src/doctor/finding';
import { wordFinding } from '../../src/doctor/wordFinding';
import type { CheckId } from '../../src/shared/diagnosis';
import type { EnvFileToken } from '../../src/tokens/ambientToken';
import { parseEnvFile } from '../../src/tokens/parseEnvFile';
import type { TokensOptions } from '../../src/tokens/tokensOptions';
import { shareSecrets } from '../host/shareSecrets';
import { type LoopbackHub, startLoopbackHub } from '../hub/loopbackHub';
import { overSession } from '../hub/oauth/overSession';
import { FakeEditor } from '../unit/tokens/fakeEditor';
import { newToken } from '../unit/tokens/newToken';
import { diagnosisOf } from './diagnosisOf';
import { Workplace } from './workplace';

const HOURS = 60 * 60 * 1000;
const signal = new AbortController().signal;

describe('what the doctor says about tokens', () => {
	let hub: LoopbackHub;
	let place: Workplace;
	before(async () => {
		hub = await startLoopbackHub({ deltaGapMs: 0 });
		shareSecrets(hub.tokens);
	});
	beforeEach(async () => {
		place = await Workplace.open(hub);
		hub.traffic.clear();
	});
	afterEach(async () => {
		place.editor.hanging.splice(0).forEach(go => go());
		await place.close();
		hub.reset();
	});
	after(() => hub.stop());

	const only = () => {
		const [record] = place.tokens.records;
		assert.ok(record);
		return record;
	};
	const asked = () => hub.traffic.requests.filter(({ path }) => path.startsWith('/api/whoami')).length;
	const kinds = (diagnosis: Diagnosis, id: CheckId) => diagnosis.findingsOf(id).map(({ kind }) => kind);
	function one<K extends FindingKind>(diagnosis: Diagnosis, id: CheckId, kind: K) {
		const found = diagnosis.findingsOf(id).find(finding => finding.kind === kind);
		assert.ok(found, kinds(diagnosis, id).join());
		return found as Extract<Finding, { readonly kind: K }>;
	}
	const labels = (finding: Finding) => wordFinding(finding).remedies.map(({ label }) => label);

	/** Another window, with tokens that are not the vault's. */
	function elsewhere(
		environment: Readonly<Record<string, string>>,
		files: Readonly<Record<string, string>> = {},
		options: Partial<TokensOptions> = {},
	) {
		const editor = new FakeEditor();
		const origins = () => [place.endpoints.hub, place.endpoints.router];
		const read = async (path: string) => files[path.slice(path.lastIndexOf('/') + 1)];
		const { tokens } = editor.openWindow({
			environment,
			files: { home: '/home/ada', read },
			hubOrigins: origins,
			allowedOrigins: origins,
			patience: 300,
			...options,
		});
		return { editor, tokens };
	}

	describe('about what the user wants to do', () => {
		for (const [state, fault] of [
			['invalid', 'unauthorized'],
			['expired', 'expiredToken'],
		] as const) {
			it(`is not fooled by one that is ${state}, known to be so or not`, async () => {
				hub.faults.always({ path: /whoami/ }, { kind: 'status', name: fault });
				for (const known of ['valid', state] as const) {
					await place.tokens.update(only().id, { state: known });
					const diagnosis = diagnosisOf(place);
					await Promise.all([diagnosis.run('goal'), diagnosis.run('tokens')]);
					assert.deepEqual(kinds(diagnosis, 'goal'), ['goal.refused'], known);
				}
			});
		}

		it('is about the token that the operation takes, not about the default', async () => {
			const writer = only();
			const reader = await place.tokens.add(newToken({ name: 'reader', role: 'read' }), hub.tokens.read);
			await place.tokens.setDefault(reader.id);
			const diagnosis = diagnosisOf(place);
			await diagnosis.setGoal('hub.write');
			await diagnosis.run('goal');
			assert.equal((await place.tokens.credential('hub.write', signal))?.name, writer.name);
			assert.match(one(diagnosis, 'goal', 'goal.can').name, /vscode/);
		});

		it('takes the next one where the first is refused meanwhile', async () => {
			const reader = await place.tokens.add(newToken({ name: 'reader', role: 'read' }), hub.tokens.revoked);
			const diagnosis = diagnosisOf(place);
			await diagnosis.setGoal('inference');
			await diagnosis.run('goal');
			assert.equal(place.tokens.records.find(({ id }) => id === reader.id)?.state, 'invalid');
			assert.match(one(diagnosis, 'goal', 'goal.can').name, /vscode/);
		});

		it('says that a variable is refused, or could not be asked about, and not that the Hub does not tell', async () => {
			const { tokens } = elsewhere({ HF_TOKEN: hub.tokens.revoked });
			const diagnosis = diagnosisOf(place, { tokens });
			await diagnosis.run('goal');
			assert.deepEqual(kinds(diagnosis, 'goal'), ['goal.refused']);
			hub.faults.always({}, { kind: 'reset' });
			await diagnosis.run('goal');
			assert.deepEqual(kinds(diagnosis, 'goal'), ['goal.unasked']);
		});

		it('is not promised where the keyring does not give the token', async () => {
			place.editor.secretFaults.push(...Array.from({ length: 9 }, () => 'throw' as const));
			const diagnosis = diagnosisOf(place);
			await diagnosis.run('goal');
			assert.deepEqual(kinds(diagnosis, 'goal'), ['goal.unreadable']);
		});

		it('asks no more for another goal while what the Hub said is young', async () => {
			const diagnosis = diagnosisOf(place);
			await diagnosis.run('goal');
			assert.equal(asked(), 1);
			await diagnosis.setGoal('hub.write');
			assert.deepEqual(kinds(diagnosis, 'goal'), ['goal.can']);
			assert.equal(asked(), 1);
		});
	});

	describe('about sign-ins', () => {
		beforeEach(async () => {
			await place.tokens.remove(only().id);
			await place.tokens.add(newToken({ name: 'bram', user: 'bram', role: 'oauth' }), overSession(hub));
		});

		it('tells one that is over from a value that is lost, and leads to signing in', async () => {
			hub.oauth.revokeAll();
			const diagnosis = diagnosisOf(place);
			await diagnosis.runAll();
			assert.deepEqual(kinds(diagnosis, 'tokens'), ['tokens.signInEnded']);
			assert.deepEqual(labels(one(diagnosis, 'tokens', 'tokens.signInEnded')), [
				'Sign In with Browser…',
				'Switch Token…',
			]);
			assert.equal(one(diagnosis, 'goal', 'goal.refused').how, 'signInEnded');
			// The rate limit is told all the same.
			assert.deepEqual(kinds(diagnosis, 'rateLimit'), ['network.rate']);
		});

		it('blames none for an outage, and offers nothing that would replace a good one', async () => {
			hub.faults.always({ path: /oauth/ }, { kind: 'reset' });
			const diagnosis = diagnosisOf(place);
			await diagnosis.runAll();
			assert.deepEqual(kinds(diagnosis, 'tokens'), ['tokens.unchecked']);
			assert.ok(!labels(one(diagnosis, 'tokens', 'tokens.unchecked')).includes('Replace Token…'));
			assert.deepEqual(kinds(diagnosis, 'rateLimit'), ['network.rate']);
		});
	});

	describe('about when the Hub said so', () => {
		it('has asked it just now, whatever was known', async () => {
			const { tokens } = elsewhere({ HF_TOKEN: hub.tokens.read });
			const credential = await tokens.credentialAt({ kind: 'environment', variable: 'HF_TOKEN' });
			assert.ok(credential);
			await place.hub.whoAmI(credential, signal);
			hub.faults.always({ path: /whoami/ }, { kind: 'status', name: 'unauthorized' });
			const diagnosis = diagnosisOf(place, { tokens });
			await diagnosis.runAll();
			assert.deepEqual(kinds(diagnosis, 'tokens'), ['tokens.refused']);
			assert.deepEqual(kinds(diagnosis, 'goal'), ['goal.refused']);
		});

		it('gives the old answer with its own time where the Hub wants not to be asked', async () => {
			const { tokens } = elsewhere({ HF_TOKEN: hub.tokens.read });
			const credential = await tokens.credentialAt({ kind: 'environment', variable: 'HF_TOKEN' });
			assert.ok(credential);
			const before = await place.hub.whoAmI(credential, signal);
			hub.faults.always({ path: /whoami/ }, { kind: 'status', name: 'rateLimited' });
			const diagnosis = diagnosisOf(place, { tokens, later: 3 * HOURS });
			await diagnosis.runAll();
			const found = one(diagnosis, 'tokens', 'tokens.unchecked');
			assert.deepEqual([found.problem.code, found.checkedAt], ['rateLimited', before.toldAt]);
			assert.deepEqual(kinds(diagnosis, 'goal'), ['goal.unasked']);
		});

		it('asks once for each press, however many checks want to know', async () => {
			await place.tokens.add(newToken({ name: 'other' }), hub.tokens.otherUser);
			const diagnosis = diagnosisOf(place);
			await diagnosis.runAll();
			assert.equal(asked(), 2);
			await diagnosis.runAll();
			assert.equal(asked(), 4);
		});
	});

	describe('about where tokens come from', () => {
		const { read, write } = { read: () => hub.tokens.read, write: () => hub.tokens.otherUser };
		const envFile = (path: string, value: string): readonly EnvFileToken[] =>
			parseEnvFile(path, `HF_TOKEN=${value}\n`);

		it('knows what a variable hides', async () => {
			const { tokens } = elsewhere({ HF_TOKEN: read(), HUGGING_FACE_HUB_TOKEN: write() }, { token: write() });
			const diagnosis = diagnosisOf(place, { tokens });
			await diagnosis.run('sources');
			assert.deepEqual(kinds(diagnosis, 'sources'), ['sources.used']);
		});

		it('does not call different what it could not read', async () => {
			const { editor, tokens } = elsewhere({ HF_TOKEN: read() });
			await tokens.add(newToken({ name: 'same' }), read());
			const diagnosis = diagnosisOf(place, { tokens });
			await diagnosis.run('sources');
			assert.deepEqual(kinds(diagnosis, 'sources'), ['sources.used', 'sources.same']);
			editor.secretFaults.push(...Array.from({ length: 20 }, () => 'throw' as const));
			await diagnosis.run('sources');
			assert.deepEqual(kinds(diagnosis, 'sources'), ['sources.used', 'sources.unknown']);
		});

		it('knows that terminals are given the token, and notebooks are not', async () => {
			const { tokens } = elsewhere({ HF_TOKEN: write() });
			await tokens.add(newToken({ name: 'ours' }), read());
			const diagnosis = diagnosisOf(place, { tokens, given: true });
			await diagnosis.run('sources');
			assert.deepEqual(kinds(diagnosis, 'sources'), ['sources.used', 'sources.given', 'sources.conflict']);
			assert.equal(one(diagnosis, 'sources', 'sources.conflict').programs, 'notebooks');
		});

		it('knows .env files: the one of kernels, those that only lie there, and what stands around a value', async () => {
			const { tokens } = elsewhere({ HF_TOKEN: read() });
			const envFiles = [
				...envFile('.env', write()),
				...envFile('prod.env', `'"${read()}"'`),
				...envFile('.env.example', 'your_token'),
			];
			const diagnosis = diagnosisOf(place, { tokens, envFiles });
			await Promise.all([diagnosis.run('sources'), diagnosis.run('tokens')]);
			assert.deepEqual(kinds(diagnosis, 'sources'), [
				'sources.used',
				'sources.envFile',
				'sources.wrapped',
				'sources.envFile',
				'sources.malformed',
				'sources.conflict',
			]);
			const { programs, other } = one(diagnosis, 'sources', 'sources.conflict');
			assert.deepEqual([programs, other.kind], ['notebooks', 'envFile']);
			assert.deepEqual(
				diagnosis.view.checks.find(({ id }) => id === 'tokens')?.findings.map(({ title }) => title),
				[
					'The Hub takes HF_TOKEN of the environment.',
					'The Hub takes HF_TOKEN of .env.',
					'The Hub takes HF_TOKEN of prod.env.',
				],
			);
		});

		it('looks at what the command line has stored as well', async () => {
			const { tokens } = elsewhere(
				{ HF_TOKEN: read() },
				{ stored_tokens: `[work]\nhf_token = "${write()}"\n\n[odd]\nhf_token = nonsense\n` },
			);
			const diagnosis = diagnosisOf(place, { tokens });
			await diagnosis.run('sources');
			assert.deepEqual(kinds(diagnosis, 'sources'), ['sources.used', 'sources.wrapped', 'sources.malformed']);
		});
	});

	it('ends as soon as it is stopped, though the keyring does not answer', async () => {
		const { editor, tokens } = elsewhere({ HF_TOKEN: hub.tokens.read }, {}, { patience: 60_000 });
		for (const name of ['a', 'b', 'c']) {
			await tokens.add(newToken({ name }), hub.tokens.read);
		}
		editor.secretFaults.push(...Array.from({ length: 40 }, () => 'hang' as const));
		const diagnosis = diagnosisOf(place, { tokens });
		const running = diagnosis.runAll();
		while (editor.hanging.length < 3) {
			await new Promise(setImmediate);
		}
		diagnosis.cancel();
		const before = performance.now();
		await running;
		assert.ok(performance.now() - before < 1000);
		assert.deepEqual(kinds(diagnosis, 'tokens'), []);
		editor.hanging.splice(0).forEach(go => go());
	});
});
