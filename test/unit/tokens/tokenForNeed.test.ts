import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Permission } from '../../../src/shared/permission';
import { permits } from '../../../src/tokens/permits';
import { privilegeOf } from '../../../src/tokens/privilegeOf';
import type { Resolution, TokenOrigin } from '../../../src/tokens/resolution';
import { type Need, tokenForNeed } from '../../../src/tokens/tokenForNeed';
import type { TokenRecord } from '../../../src/tokens/tokenRecord';
import { own } from './fineGrained';

const INFER = 'inference.serverless.write';

function record(name: string, facts: Partial<TokenRecord>): TokenRecord {
	return {
		id: name,
		name,
		user: 'ada',
		role: 'fineGrained',
		organisations: [{ name: 'acme', canPay: true }],
		isPro: false,
		addedAt: 1,
		checkedAt: 1,
		state: 'valid',
		...facts,
	};
}

const WRITE = record('write', { role: 'write' });
const READ = record('read', { role: 'read' });
const RUNS = record('runs', { fineGrained: own(INFER) });
const RUNS_AND_WRITES = record('both', { fineGrained: own(INFER, 'repo.write') });
const RUNS_AND_READS = record('reads', { fineGrained: own(INFER, 'repo.content.read') });
const FOR_ACME = record('acme', {
	fineGrained: {
		canReadGatedRepos: false,
		global: [],
		scoped: [{ entity: { type: 'org', name: 'acme' }, permissions: [INFER] }],
	},
});
const FOR_DATASET = record('dataset', {
	fineGrained: {
		canReadGatedRepos: false,
		global: [],
		scoped: [{ entity: { type: 'dataset', name: 'acme/x' }, permissions: ['repo.write'] }],
	},
});
const READS_GATED = record('gated', {
	fineGrained: { ...own('repo.content.read'), canReadGatedRepos: true },
});
const READS_ACME = record('readsAcme', {
	fineGrained: {
		canReadGatedRepos: false,
		global: [],
		scoped: [{ entity: { type: 'org', name: 'acme' }, permissions: ['repo.content.read'] }],
	},
});
const BRAMS = record('brams', { user: 'bram', fineGrained: own(INFER) });
const EXPIRED = record('expired', { fineGrained: own(INFER), state: 'expired' });
const REFUSED = record('refused', { role: 'write', state: 'invalid' });
const OAUTH = record('oauth', { role: 'oauth' });

const vault = ({ id, name, user }: TokenRecord): TokenOrigin => ({ kind: 'vault', id, name, user });
const used = (one: TokenRecord, reason: 'default' | 'workspace' = 'default'): Resolution => ({
	origin: vault(one),
	reason,
	passedOver: [],
});
const nameOf = ({ origin }: Resolution) => (origin?.kind === 'vault' ? origin.name : origin?.kind);

describe('the token for an operation', () => {
	const ROWS: ReadonlyArray<readonly [string, TokenRecord, readonly TokenRecord[], Need, string]> = [
		[
			'may do the least that will do',
			WRITE,
			[READ, RUNS_AND_WRITES, RUNS],
			{ permission: 'inference' },
			'runs',
		],
		[
			'is a classic reader before one that writes',
			WRITE,
			[RUNS_AND_WRITES, READ],
			{ permission: 'inference' },
			'read',
		],
		['is the default where that is good enough', RUNS, [WRITE, READ], { permission: 'inference' }, 'runs'],
		[
			'is another where the default lacks the permission',
			RUNS,
			[WRITE],
			{ permission: 'hub.write' },
			'write',
		],
		[
			'is one that sees what is private of the repo’s owner, for reading a repo',
			READS_GATED,
			[READS_ACME],
			{ permission: 'hub.read', on: 'acme/secret' },
			'readsAcme',
		],
		[
			'is one that passes gates, for reading somebody else’s repo',
			READS_ACME,
			[READS_GATED],
			{ permission: 'hub.read', on: 'meta-llama/Llama' },
			'gated',
		],
		['is never one of another account', WRITE, [BRAMS], { permission: 'inference' }, 'write'],
		['is never one that was refused', WRITE, [EXPIRED], { permission: 'inference' }, 'write'],
		[
			'reads somebody else’s repo with the one that may do the least, whatever the other sees of its own',
			WRITE,
			[{ ...RUNS_AND_READS, fineGrained: { ...own(INFER, 'repo.content.read'), canReadGatedRepos: true } }],
			{ permission: 'hub.read', on: 'meta-llama/x' },
			'reads',
		],
		[
			'is none of an account of the same name on another Hub',
			{ ...WRITE, hub: 'https://huggingface.co' },
			[{ ...RUNS, hub: 'https://mirror.test' }],
			{ permission: 'inference' },
			'write',
		],
		[
			'is another in the place of one that was refused',
			EXPIRED,
			[WRITE],
			{ permission: 'inference' },
			'write',
		],
		['reads with another than one that was refused', REFUSED, [RUNS], { permission: 'hub.read' }, 'runs'],
		[
			'is the refused one where no other has the permission',
			REFUSED,
			[RUNS],
			{ permission: 'jobs' },
			'refused',
		],
		['is the default where none has the permission', RUNS, [READ], { permission: 'jobs' }, 'runs'],
		[
			'is one that is for the organization',
			RUNS,
			[FOR_ACME],
			{ permission: 'inference', on: 'acme' },
			'acme',
		],
		['is not one that is for an organization alone', WRITE, [FOR_ACME], { permission: 'inference' }, 'write'],
		['reads with the one that sees the most', RUNS, [READ], { permission: 'hub.read' }, 'read'],
		[
			'reads with one that may not write, where it sees as much',
			WRITE,
			[READ],
			{ permission: 'hub.read' },
			'read',
		],
		[
			'reads with the default, where another sees less',
			WRITE,
			[RUNS_AND_READS],
			{ permission: 'hub.read' },
			'write',
		],
		[
			'reads with the least for one place',
			WRITE,
			[{ ...RUNS_AND_READS, fineGrained: { ...own(INFER, 'repo.content.read'), canReadGatedRepos: true } }],
			{ permission: 'hub.read', on: 'ada/x' },
			'reads',
		],
		[
			'is one that is known to reach a repo before one for a repo that is called alike',
			WRITE,
			[FOR_DATASET],
			{ permission: 'hub.write', on: 'acme/x' },
			'write',
		],
		[
			'is one for a repo that is called alike where no other will do',
			READ,
			[FOR_DATASET],
			{ permission: 'hub.write', on: 'acme/x' },
			'dataset',
		],
		['is a known one before one that nobody knows', OAUTH, [RUNS], { permission: 'inference' }, 'runs'],
	];
	for (const [what, chosen, others, need, expected] of ROWS) {
		it(what, () => {
			assert.equal(nameOf(tokenForNeed(used(chosen), [chosen, ...others], need)), expected);
		});
	}

	it('is what the workspace has chosen, whatever else there is', () => {
		const resolution = used(WRITE, 'workspace');
		assert.equal(tokenForNeed(resolution, [WRITE, RUNS], { permission: 'inference' }), resolution);
	});

	it('is what comes from outside, where no default is used', () => {
		const outside: Resolution = {
			origin: { kind: 'environment', variable: 'HF_TOKEN', fingerprint: 'f' },
			reason: 'environment',
			passedOver: [vault(RUNS)],
		};
		assert.equal(tokenForNeed(outside, [RUNS], { permission: 'inference' }), outside);
	});

	it('comes with the reason, and with what was passed over for it', () => {
		const resolution: Resolution = {
			...used(WRITE),
			passedOver: [vault(RUNS), { kind: 'environment', variable: 'HF_TOKEN', fingerprint: 'f' }],
		};
		assert.deepEqual(tokenForNeed(resolution, [WRITE, RUNS], { permission: 'inference' }), {
			origin: vault(RUNS),
			reason: 'leastPrivilege',
			passedOver: [vault(WRITE), { kind: 'environment', variable: 'HF_TOKEN', fingerprint: 'f' }],
		});
	});

	it('is said to be in the place of a refused one', () => {
		const { reason } = tokenForNeed(used(REFUSED), [REFUSED, RUNS], { permission: 'inference' });
		assert.equal(reason, 'standIn');
	});

	it('has the permission wherever one of the account’s has it, and never more than it must', () => {
		const permissions: readonly Permission[] = ['hub.gated', 'hub.write', 'inference', 'jobs'];
		const scope = fc.constantFrom(INFER, 'repo.content.read', 'repo.write', 'job.write', 'user.billing.read');
		const some = fc
			.array(
				fc.oneof(
					fc.constantFrom<Partial<TokenRecord>>({ role: 'read' }, { role: 'write' }),
					fc.uniqueArray(scope).map(scopes => ({ fineGrained: own(...scopes) })),
				),
				{ minLength: 1, maxLength: 5 },
			)
			.map(all => all.map((facts, index) => record(`t${index}`, { ...facts, addedAt: index })));
		fc.assert(
			fc.property(some, fc.constantFrom(...permissions), (records, permission) => {
				const [first] = records;
				assert.ok(first);
				const taken = nameOf(tokenForNeed(used(first), records, { permission }));
				const token = records.find(({ name }) => name === taken);
				assert.ok(token);
				const able = records.filter(one => permits(one, permission) !== false);
				assert.equal(able.length > 0, permits(token, permission) !== false);
				for (const other of able) {
					assert.ok(privilegeOf(token) <= privilegeOf(other));
				}
			}),
		);
	});
});
