import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { runningText } from '../../../src/results/runningText';

const EXPLAIN = { title: 'Explain', model: 'a/one' };

describe('the status bar while runs go on', () => {
	it('says nothing when there are none', () => assert.equal(runningText([]), undefined));

	it('names the one', () =>
		assert.deepEqual(runningText([EXPLAIN]), {
			text: '$(sync~spin) Running Explain…',
			tooltip: 'Explain: a/one\nClick to stop.',
		}));

	it('says what it waits for', () =>
		assert.equal(
			runningText([{ ...EXPLAIN, waiting: { why: 'loading' } }])?.text,
			'$(sync~spin) Running Explain… (the model is loading)',
		));

	it('says what it will be, once that is known', () =>
		assert.equal(
			runningText([{ ...EXPLAIN, estimate: { promptTokens: 1240, isCounted: false, cost: 0.0004 } }])
				?.tooltip,
			'Explain: a/one · ≈ 1,240 tokens in · ≈ $0.00040\nClick to stop.',
		));

	it('counts several', () =>
		assert.deepEqual(runningText([EXPLAIN, { title: 'Fix', model: 'a/two' }]), {
			text: '$(sync~spin) Running 2 Models…',
			tooltip: 'Explain: a/one\nFix: a/two\nClick to stop.',
		}));

	it('shows a question as it is, without icons of its own', () =>
		assert.equal(
			runningText([{ title: 'What is $(flame)…', model: 'a' }])?.text,
			'$(sync~spin) Running What is $ (flame)…',
		));
});
