import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { environmentFindings, type EnvironmentFacts } from '../../../src/doctor/checks/environmentFindings';

const USUAL = { hub: 'https://huggingface.co', router: 'https://router.huggingface.co' };

function kinds(facts: Partial<EnvironmentFacts>): readonly string[] {
	return environmentFindings({ environment: {}, written: {}, endpoints: USUAL, ...facts }).map(
		({ kind }) => kind,
	);
}

type Row = readonly [what: string, facts: Partial<EnvironmentFacts>, kinds: readonly string[]];

const MIRROR = 'https://hub.acme.example';

const ROWS: readonly Row[] = [
	['nothing of its own', {}, ['environment.usual']],
	['offline mode', { environment: { HF_HUB_OFFLINE: '1' } }, ['environment.offline', 'environment.usual']],
	[
		'offline mode of transformers',
		{ environment: { TRANSFORMERS_OFFLINE: 'yes' } },
		['environment.offline', 'environment.usual'],
	],
	[
		'another Hub in the environment',
		{ environment: { HF_ENDPOINT: `${MIRROR}/` }, endpoints: { ...USUAL, hub: MIRROR } },
		['environment.endpoint'],
	],
	[
		'another Hub in the settings',
		{ written: { hub: MIRROR }, endpoints: { ...USUAL, hub: MIRROR } },
		['environment.endpoint'],
	],
	[
		'two Hubs',
		{
			environment: { HF_ENDPOINT: 'https://other.example' },
			written: { hub: MIRROR },
			endpoints: { ...USUAL, hub: MIRROR },
		},
		['environment.endpoint', 'environment.twoEndpoints'],
	],
	[
		'the same Hub twice',
		{
			environment: { HF_ENDPOINT: `${MIRROR}//` },
			written: { hub: MIRROR },
			endpoints: { ...USUAL, hub: MIRROR },
		},
		['environment.endpoint', 'environment.endpoint'],
	],
	[
		'a Hub without encryption',
		{
			environment: { HF_ENDPOINT: 'http://hub.acme.example' },
			endpoints: { ...USUAL, hub: 'http://hub.acme.example' },
		},
		['environment.endpoint', 'environment.plainHttp'],
	],
	[
		'a Hub of this machine',
		{ written: { hub: 'http://127.0.0.1:8080' }, endpoints: { ...USUAL, hub: 'http://127.0.0.1:8080' } },
		['environment.endpoint'],
	],
	[
		'no address',
		{ environment: { HF_ENDPOINT: 'huggingface.co' } },
		['environment.badEndpoint', 'environment.usual'],
	],
	[
		'an address with a password',
		{ environment: { HF_ENDPOINT: 'https://ada:secret@hub.example' } },
		['environment.badEndpoint', 'environment.usual'],
	],
	['an empty variable', { environment: { HF_ENDPOINT: '' } }, ['environment.usual']],
	[
		'tokens that nobody chose',
		{ environment: { HF_HUB_DISABLE_IMPLICIT_TOKEN: '1' } },
		['environment.noImplicitToken', 'environment.usual'],
	],
	[
		'another router',
		{
			written: { router: 'https://router.acme.example' },
			endpoints: { ...USUAL, router: 'https://router.acme.example' },
		},
		['environment.endpoint'],
	],
];

describe('what the environment says', () => {
	for (const [what, facts, expected] of ROWS) {
		it(`knows ${what}`, () => assert.deepEqual(kinds(facts), expected));
	}

	it('never repeats what stands in a variable that is no address', () => {
		const found = environmentFindings({
			environment: { HF_ENDPOINT: 'https://ada:secret@hub.example' },
			written: { hub: 'hunter2' },
			endpoints: USUAL,
		});
		assert.doesNotMatch(JSON.stringify(found), /secret|hunter2/);
	});
});
