import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { offlineVariable } from '../../../src/net/offlineVariable';

type Row = readonly [hub: string | undefined, transformers: string | undefined, expected: string | undefined];

const ROWS: readonly Row[] = [
	[undefined, undefined, undefined],
	['', '', undefined],
	['1', undefined, 'HF_HUB_OFFLINE'],
	['ON', undefined, 'HF_HUB_OFFLINE'],
	['Yes', undefined, 'HF_HUB_OFFLINE'],
	['true', undefined, 'HF_HUB_OFFLINE'],
	['0', undefined, undefined],
	['no', undefined, undefined],
	['2', undefined, undefined],
	[undefined, '1', 'TRANSFORMERS_OFFLINE'],
	['', 'TRUE', 'TRANSFORMERS_OFFLINE'],
	['0', '1', undefined],
	['1', '0', 'HF_HUB_OFFLINE'],
];

describe('offline mode', () => {
	for (const [hub, transformers, expected] of ROWS) {
		it(`HF_HUB_OFFLINE=${hub} TRANSFORMERS_OFFLINE=${transformers}: ${expected ?? 'the network may be used'}`, () => {
			assert.equal(offlineVariable({ HF_HUB_OFFLINE: hub, TRANSFORMERS_OFFLINE: transformers }), expected);
		});
	}
});
