import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readStoredRun } from '../../../src/results/readStoredRun';
import type { StoredRun } from '../../../src/results/storedRun';
import { EXPLAIN } from './requests';

const STORED: StoredRun = {
	version: 1,
	id: 'a-1',
	request: {
		...EXPLAIN,
		provider: 'groq',
		parameters: { temperature: 0 },
		source: {
			uri: 'file:///a.ts',
			fileName: 'a.ts',
			languageId: 'typescript',
			start: { line: 1, character: 2 },
			end: { line: 3, character: 4 },
			inexact: true,
		},
	},
	startedAt: 5,
	model: 'a/one',
	provider: 'groq',
	state: { type: 'failed', problem: { code: 'rateLimited', resetSeconds: 3 } },
	output: { kind: 'chat', content: 'x', reasoning: 'y' },
	metrics: {
		durationMs: 1,
		firstTokenMs: 2,
		tokensPerSecond: 3,
		cost: 0.5,
		usage: { promptTokens: 4, completionTokens: 5 },
	},
};

const PNG = { mimeType: 'image/png', name: '0.png', size: 5 };

const read = (change: Readonly<Record<string, unknown>>) => readStoredRun({ ...STORED, ...change });

describe('a run read from the history', () => {
	it('is the one that was written', () =>
		assert.deepEqual(readStoredRun(JSON.parse(JSON.stringify(STORED))), STORED));

	for (const [state, expected] of [
		[{ type: 'stopped' }, { type: 'stopped' }],
		[
			{ type: 'stopped', job: 'notCancelled' },
			{ type: 'stopped', job: 'notCancelled' },
		],
		[
			{ type: 'stopped', job: 'unconfirmed' },
			{ type: 'stopped', job: 'notCancelled' },
		],
		[{ type: 'stopped', job: 'toString' }, { type: 'stopped' }],
	]) {
		it(`reads ${JSON.stringify(state)}`, () => assert.deepEqual(read({ state })?.state, expected));
	}

	for (const output of [
		{ kind: 'text', text: 'x' },
		{ kind: 'labels', labels: [{ label: 'A', score: 1 }] },
		{ kind: 'spans', text: 'x', spans: [{ label: 'A', score: 1, start: 0, end: 1 }] },
		{ kind: 'fills', text: 'x', mask: 'x', fills: [{ token: 'a', score: 1, sequence: 'a' }] },
		{ kind: 'answer', context: 'x', question: 'q', answers: [{ text: 'x', score: 1, start: 0, end: 1 }] },
		{ kind: 'vector', values: [1, -0.5] },
		{ kind: 'vector', values: [1, -0.5], tokens: 7 },
		{ kind: 'vectors', texts: ['x', 'y'], vectors: [[1], [-0.5]] },
		{ kind: 'vectors', texts: ['x', 'y'], vectors: [[1], [-0.5]], tokens: [3, 4] },
		{ kind: 'similarity', source: 'x', sentences: ['y'], scores: [0.5] },
		{ kind: 'table', columns: ['a'], rows: [['b']], cells: [[0, 0]], answer: 'b', aggregator: 'SUM' },
		{ kind: 'image', image: PNG },
		{ kind: 'boxes', image: PNG, boxes: [{ label: 'a', score: 1, xmin: 0, ymin: 1, xmax: 2, ymax: 3 }] },
		{ kind: 'masks', image: PNG, masks: [{ label: 'a', mask: PNG }] },
		{ kind: 'audio', clips: [{ label: 'a', audio: { ...PNG, mimeType: 'audio/wav', name: '1.wav' } }] },
		{ kind: 'transcript', text: 'x', chunks: [{ text: 'x', start: 0, end: 1.5 }] },
		{ kind: 'video', video: { ...PNG, mimeType: 'video/mp4', name: '0.mp4' } },
		{ kind: 'json', value: { a: [null] } },
	]) {
		it(`keeps its ${output.kind}`, () => assert.deepEqual(read({ output })?.output, output));
	}

	it('reads the similarities that were kept as a table of one row', () => {
		const output = { kind: 'similarity', source: 'x', sentences: ['y'], scores: [[0.5]] };
		assert.deepEqual(read({ output })?.output, { ...output, scores: [0.5] });
	});

	for (const [name, change] of [
		['of another version', { version: 2 }],
		['without an id', { id: undefined }],
		['whose id leads elsewhere', { id: '../a' }],
		['of a task that is not known', { request: { ...EXPLAIN, task: 'dancing' } }],
		['without a text', { request: { ...EXPLAIN, text: undefined } }],
		['without a model', { request: { ...EXPLAIN, model: 3 } }],
		['without a time', { startedAt: '5' }],
		['without a state', { state: {} }],
	] as const) {
		it(`is nothing for one ${name}`, () => assert.equal(read(change), undefined));
	}

	it('is interrupted where it was going on', () =>
		assert.deepEqual(read({ state: { type: 'running' } })?.state, {
			type: 'failed',
			problem: { code: 'interrupted' },
		}));

	for (const problem of [
		undefined,
		{},
		{ code: 'later' },
		{ code: 'toString' },
		{ code: 'server', status: {} },
	]) {
		it(`has an unexpected problem where it had ${JSON.stringify(problem)}`, () => {
			const state = read({ state: { type: 'failed', problem } })?.state;
			assert.ok(state?.type === 'failed');
			assert.equal(state.problem.code, 'unexpected');
		});
	}

	it('has another reason where its own is not known', () =>
		assert.deepEqual(read({ state: { type: 'finished', reason: 'tired' } })?.state, {
			type: 'finished',
			reason: 'other',
		}));

	for (const [field, broken] of [
		['output', { kind: 'chat', content: 'x' }],
		['output', { kind: 'spans', text: 'x', spans: [{ label: 'A', score: 1 }] }],
		['output', { kind: 'toString' }],
		['output', { kind: 'image', image: { ...PNG, name: '../../0.png' } }],
		['output', { kind: 'image', image: { ...PNG, name: '0.png/../x' } }],
		['output', { kind: 'image', image: { ...PNG, mimeType: 'text/html' } }],
		['output', { kind: 'video', video: 'https://example.com/a.mp4' }],
		['output', { kind: 'table', columns: ['a'], rows: [[1]], cells: [] }],
		['metrics', { durationMs: 'long' }],
		['model', 3],
		['provider', null],
	] as const) {
		it(`goes without ${field} where that is ${JSON.stringify(broken)}`, () => {
			const { [field]: dropped, ...rest } = STORED;
			assert.notEqual(dropped, undefined);
			assert.deepEqual(read({ [field]: broken }), rest);
		});
	}

	it('is never an error, whatever the file holds', () => {
		fc.assert(
			fc.property(
				fc.constantFrom('id', 'request', 'startedAt', 'state', 'output', 'metrics', 'model'),
				fc.jsonValue(),
				(field, value) => {
					readStoredRun(value);
					readStoredRun({ ...STORED, [field]: value });
					readStoredRun({ ...STORED, state: { type: 'failed', problem: value } });
					readStoredRun({ ...STORED, request: { ...EXPLAIN, source: value, parameters: value } });
				},
			),
		);
	});
});
