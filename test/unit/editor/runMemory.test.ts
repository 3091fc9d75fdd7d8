import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { RunMemory } from '../../../src/editor/runMemory';

describe('what is remembered of earlier choices', () => {
	let kept: Map<string, unknown>;
	let memory: RunMemory;

	beforeEach(() => {
		kept = new Map();
		memory = new RunMemory({
			get: key => kept.get(key),
			update: async (key, value) => void kept.set(key, JSON.parse(JSON.stringify(value))),
		});
	});

	it('is nothing at first', () => {
		assert.equal(memory.lastTask, undefined);
		assert.equal(memory.lastInstruction, undefined);
		assert.equal(memory.languages, undefined);
		assert.deepEqual(memory.recent('translation'), []);
	});

	it('is the last task and the last instruction, each on its own', async () => {
		await memory.rememberTask('translation');
		await memory.rememberInstruction('Explain');
		await memory.rememberTask('summarization');
		assert.equal(memory.lastTask, 'summarization');
		assert.equal(memory.lastInstruction, 'Explain');
	});

	it('is the models of each task, the last one first, each once, five at most', async () => {
		for (const model of ['a/1', 'a/2', 'a/3', 'a/1', 'a/4', 'a/5', 'a/6']) {
			await memory.rememberModel('conversational', { model });
		}
		await memory.rememberModel('conversational', { model: 'a/6', provider: 'groq' });
		await memory.rememberModel('translation', { model: 'b/1' });
		assert.deepEqual(memory.recent('conversational'), [
			{ model: 'a/6', provider: 'groq' },
			{ model: 'a/6' },
			{ model: 'a/5' },
			{ model: 'a/4' },
			{ model: 'a/1' },
		]);
		assert.deepEqual(memory.recent('translation'), [{ model: 'b/1' }]);
	});

	it('is the languages', async () => {
		await memory.rememberLanguages({ from: 'en', to: 'fr' });
		assert.deepEqual(memory.languages, { from: 'en', to: 'fr' });
	});

	it('survives values that are broken', async () => {
		for (const broken of [
			null,
			1,
			'x',
			[],
			{ task: 'chat', instruction: 1, from: 'en', conversational: [1] },
		]) {
			['last', 'models', 'languages'].forEach(key => kept.set(`hfWorkbench.run.${key}`, broken));
			assert.equal(memory.lastTask, undefined);
			assert.equal(memory.lastInstruction, undefined);
			assert.equal(memory.languages, undefined);
			assert.deepEqual(memory.recent('conversational'), []);
		}
		await memory.rememberModel('conversational', { model: 'a/1' });
		assert.deepEqual(memory.recent('conversational'), [{ model: 'a/1' }]);
	});
});
