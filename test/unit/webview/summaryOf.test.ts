import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CHECKS, type CheckState, type DiagnosisView, type Severity } from '../../../src/shared/diagnosis';
import { summaryOf } from '../../../src/webview/doctor/summaryOf';

/** The first checks are as told, the others have not been run. */
function view(...checks: ReadonlyArray<readonly [CheckState, ...Severity[]]>): DiagnosisView {
	return {
		goal: 'inference',
		goals: [],
		repo: '',
		checks: CHECKS.map((id, index) => {
			const [state = 'waiting', ...severities] = checks[index] ?? [];
			return {
				id,
				title: id,
				state,
				findings: severities.map(severity => ({ severity, title: '', explanation: '', remedies: [] })),
			};
		}),
	};
}

describe('how a diagnosis stands', () => {
	for (const [shown, text] of [
		[view(), 'Nothing has been checked yet. Nothing is asked of any host before you start.'],
		[view(['running']), '1 check running.'],
		[view(['running'], ['running'], ['done', 'problem']), '2 checks running, 1 problem found so far.'],
		[view(['done', 'good', 'note']), 'Done: nothing wrong found.'],
		[view(['done', 'warning', 'warning'], ['done', 'problem']), 'Done: 1 problem and 2 warnings found.'],
		[view(['cancelled'], ['done', 'warning']), 'Stopped: 1 warning found.'],
	] as const) {
		it(text, () => assert.equal(summaryOf(shown).text, text));
	}
});
