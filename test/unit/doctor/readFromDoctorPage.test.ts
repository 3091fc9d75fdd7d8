import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readFromDoctorPage } from '../../../src/doctor/readFromDoctorPage';

describe('messages of the doctor’s page', () => {
	for (const message of [
		{ type: 'ready' },
		{ type: 'run' },
		{ type: 'cancel' },
		{ type: 'copy' },
		{ type: 'check', id: 'hub' },
		{ type: 'remedy', id: 'hub', finding: 0, index: 1 },
		{ type: 'goal', goal: 'hub.write' },
		{ type: 'repo', repo: 'acme/model' },
	]) {
		it(`are read: ${JSON.stringify(message)}`, () => assert.deepEqual(readFromDoctorPage(message), message));
	}

	for (const message of [
		undefined,
		'run',
		{ type: 'toString' },
		{ type: 'check', id: 'everything' },
		{ type: 'remedy', id: 'hub', finding: '0', index: 1 },
		{ type: 'goal', goal: 'constructor' },
		{ type: 'repo', repo: 'x'.repeat(401) },
	]) {
		it(`are dropped: ${JSON.stringify(message)?.slice(0, 60)}`, () =>
			assert.equal(readFromDoctorPage(message), undefined));
	}
});
