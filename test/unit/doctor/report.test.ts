import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { reportText } from '../../../src/doctor/report';
import type { DiagnosisView } from '../../../src/shared/diagnosis';
import { makeTestTokens } from '../../hub/testTokens';

const VIEW: DiagnosisView = {
	goal: 'inference',
	goals: [],
	repo: '',
	checks: [
		{ id: 'hub', title: 'The Hub', state: 'waiting', findings: [] },
		{ id: 'router', title: 'The Router', state: 'cancelled', findings: [] },
		{
			id: 'sources',
			title: 'Sources',
			state: 'done',
			findings: [
				{
					severity: 'problem',
					title: 'It is wrong.',
					explanation: 'See /home/ada/token.',
					remedies: ['Repair'],
				},
				{ severity: 'good', title: 'It is right.', explanation: 'Nothing to do.', remedies: [] },
			],
		},
	],
};

describe('the report', () => {
	it('says what was found, and on what machine', () => {
		assert.equal(
			reportText(VIEW, { facts: [['VS Code', '1.139.1']], home: '/home/ada' }),
			[
				'# Hugging Face Workbench: Diagnosis',
				'',
				'- VS Code: 1.139.1',
				'',
				'## The Hub',
				'',
				'Not run.',
				'',
				'## The Router',
				'',
				'Stopped.',
				'',
				'## Sources',
				'',
				'- PROBLEM: It is wrong. See ~/token.',
				'- ok: It is right. Nothing to do.',
				'',
			].join('\n'),
		);
	});

	it('has no token in it, wherever one would come from', () => {
		const { read } = makeTestTokens();
		const view: DiagnosisView = {
			...VIEW,
			checks: [
				{
					id: 'hub',
					title: 'The Hub',
					state: 'done',
					findings: [
						{ severity: 'note', title: `It said ${read}.`, explanation: `And ${read}.`, remedies: [] },
					],
				},
			],
		};
		assert.ok(!reportText(view, { facts: [['It', read]], home: '/' }).includes(read));
	});
});
