import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sourceFindings } from '../../../src/doctor/checks/sourceFindings';
import type { Resolution } from '../../../src/tokens/resolution';
import type { SourceFacts } from '../../../src/tokens/sourceFacts';

const VAULT = { kind: 'vault', id: 'a', name: 'vscode', user: 'ada' } as const;
const VARIABLE = { kind: 'environment', variable: 'HF_TOKEN' } as const;
const USED: Resolution = { origin: VAULT, reason: 'default', passedOver: [VARIABLE] };
const NONE: Resolution = { origin: undefined, reason: undefined, passedOver: [] };

function source(own: Partial<SourceFacts> = {}): SourceFacts {
	return { origin: VARIABLE, format: 'ok', wrappings: [], isUsed: false, isAmbient: true, ...own };
}

type Row = readonly [
	what: string,
	resolution: Resolution,
	sources: readonly SourceFacts[],
	kinds: readonly string[],
];

const ROWS: readonly Row[] = [
	['nothing at all', NONE, [], ['sources.none']],
	['the vault alone', USED, [], ['sources.used']],
	['another token in the environment', USED, [source()], ['sources.used', 'sources.conflict']],
	['the same token in the environment', USED, [source({ isUsed: true })], ['sources.used', 'sources.same']],
	['one that programs are told not to take', USED, [source({ isAmbient: false })], ['sources.used']],
	[
		'quotes around it',
		USED,
		[source({ wrappings: ['quotes'] })],
		['sources.used', 'sources.wrapped', 'sources.conflict'],
	],
	['something that is no token', USED, [source({ format: 'notHf' })], ['sources.used', 'sources.malformed']],
	[
		'the environment in use',
		{ origin: VARIABLE, reason: 'environment', passedOver: [] },
		[source({ isUsed: true })],
		['sources.used'],
	],
	[
		'a file that cannot be read',
		{ ...NONE, unreadable: [{ path: '/home/ada/.cache/huggingface/token', reason: 'denied' }] },
		[],
		['sources.none', 'sources.unreadable'],
	],
];

describe('where tokens come from', () => {
	for (const [what, resolution, sources, kinds] of ROWS) {
		it(`knows ${what}`, () => {
			assert.deepEqual(
				sourceFindings(resolution, sources).map(({ kind }) => kind),
				kinds,
			);
		});
	}
});
