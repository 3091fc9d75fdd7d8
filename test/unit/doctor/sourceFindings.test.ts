import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sourceFindings } from '../../../src/doctor/checks/sourceFindings';
import type { AmbientOrigin } from '../../../src/tokens/ambientToken';
import type { Ambient, AmbientUse } from '../../../src/tokens/ambientUse';
import type { Resolution } from '../../../src/tokens/resolution';
import type { SourceFacts } from '../../../src/tokens/sourceFacts';

const VAULT = { kind: 'vault', id: 'a', name: 'vscode', user: 'ada' } as const;
const VARIABLE = { kind: 'environment', variable: 'HF_TOKEN', fingerprint: 'f' } as const;
const ENV_FILE = { kind: 'envFile', path: '.env', variable: 'HF_TOKEN' } as const;
const CLI = { kind: 'cli', path: '/home/ada/.cache/huggingface/token', fingerprint: 'f' } as const;
const USED: Resolution = { origin: VAULT, reason: 'default', passedOver: [VARIABLE] };
const NONE: Resolution = { origin: undefined, reason: undefined, passedOver: [] };

function source(own: Partial<SourceFacts> = {}): SourceFacts {
	return { origin: VARIABLE, format: 'ok', wrappings: [], ...own };
}

const use = (origin: AmbientOrigin, differs?: boolean): AmbientUse => ({
	origin,
	...(differs !== undefined && { differs }),
});
const NOWHERE: Ambient = { terminals: {}, notebooks: {} };
const everywhere = (one: AmbientUse): Ambient => ({ terminals: one, notebooks: { ...one } });

type Row = readonly [
	what: string,
	resolution: Resolution,
	sources: readonly SourceFacts[],
	ambient: Ambient,
	kinds: readonly string[],
];

const ROWS: readonly Row[] = [
	['nothing at all', NONE, [], NOWHERE, ['sources.none']],
	['the vault alone', USED, [], NOWHERE, ['sources.used']],
	[
		'another token in the environment',
		USED,
		[source()],
		everywhere(use(VARIABLE, true)),
		['sources.used', 'sources.conflict both'],
	],
	[
		'the same token in the environment',
		USED,
		[source({ isUsed: true })],
		everywhere(use(VARIABLE, false)),
		['sources.used', 'sources.same both'],
	],
	[
		'one that cannot be compared',
		USED,
		[source()],
		everywhere(use(VARIABLE)),
		['sources.used', 'sources.unknown both'],
	],
	['one that programs are told not to take', USED, [source()], NOWHERE, ['sources.used']],
	[
		'terminals that are given the token, beside notebooks that are not',
		USED,
		[source()],
		{ terminals: use({ kind: 'given' }, false), notebooks: use(VARIABLE, true) },
		['sources.used', 'sources.given', 'sources.conflict notebooks'],
	],
	[
		'an .env file that hides what terminals use',
		{ origin: VARIABLE, reason: 'environment', passedOver: [] },
		[source({ isUsed: true }), source({ origin: ENV_FILE, isUsed: false })],
		{ terminals: use(VARIABLE, false), notebooks: use(ENV_FILE, true) },
		['sources.used', 'sources.envFile', 'sources.conflict notebooks'],
	],
	[
		'quotes around it',
		USED,
		[source({ wrappings: ['quotes'] })],
		everywhere(use(VARIABLE, true)),
		['sources.used', 'sources.wrapped', 'sources.conflict both'],
	],
	[
		'something that is no token',
		USED,
		[source({ format: 'notHf' }), source({ origin: ENV_FILE, format: 'notHf' })],
		NOWHERE,
		['sources.used', 'sources.malformed', 'sources.malformed'],
	],
	[
		'the environment in use, which hides another token of the command line',
		{ origin: VARIABLE, reason: 'environment', passedOver: [CLI] },
		[source({ isUsed: true }), source({ origin: CLI, isUsed: false })],
		everywhere(use(VARIABLE, false)),
		['sources.used'],
	],
	[
		'a file that cannot be read',
		{ ...NONE, unreadable: [{ path: '/home/ada/.cache/huggingface/token', reason: 'denied' }] },
		[],
		NOWHERE,
		['sources.none', 'sources.unreadable'],
	],
];

describe('where tokens come from', () => {
	for (const [what, resolution, sources, ambient, kinds] of ROWS) {
		it(`knows ${what}`, () => {
			assert.deepEqual(
				sourceFindings(resolution, sources, ambient).map(found =>
					'programs' in found ? `${found.kind} ${found.programs}` : found.kind,
				),
				kinds,
			);
		});
	}
});
