import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Parameters, readParameters } from '../../../src/inference/parameters';
import { tasks } from '../../../src/inference/tasks';
import { TASKS } from '../../../src/shared/task';

const parameters: Parameters = {
	count: { type: 'integer', title: 'Count', help: '', minimum: 1, maximum: 10, default: 5 },
	heat: { type: 'number', title: 'Heat', help: '', minimum: 0, maximum: 2 },
	code: { type: 'text', title: 'Code', help: '', maxLength: 4 },
	loud: { type: 'flag', title: 'Loud', help: '' },
	way: { type: 'choice', title: 'Way', help: '', choices: ['in', 'out'] },
	words: { type: 'list', title: 'Words', help: '', maximum: 2 },
};

describe('readParameters', () => {
	const accepted: ReadonlyArray<
		[given: Record<string, unknown> | undefined, values: Record<string, unknown>]
	> = [
		[undefined, { count: 5 }],
		[{}, { count: 5 }],
		[
			{ count: 1, heat: 0.5, code: 'fr' },
			{ count: 1, heat: 0.5, code: 'fr' },
		],
		[
			{ count: 10, heat: 0 },
			{ count: 10, heat: 0 },
		],
		[{ count: null, heat: undefined, code: '', words: [] }, { count: 5 }],
		[
			{ loud: false, way: 'out', words: ['a', 'b'] },
			{ count: 5, loud: false, way: 'out', words: ['a', 'b'] },
		],
	];
	for (const [given, values] of accepted) {
		it(`takes ${JSON.stringify(given)}`, () => {
			assert.deepEqual(readParameters(parameters, given), { values });
		});
	}

	const refused: ReadonlyArray<[given: Record<string, unknown>, detail: RegExp]> = [
		[{ count: 0 }, /^Count must be a whole number from 1 to 10\.$/],
		[{ count: 1.5 }, /^Count must be a whole number/],
		[{ count: '3' }, /^Count must be a whole number/],
		[{ heat: 2.1 }, /^Heat must be a number from 0 to 2\.$/],
		[{ heat: NaN }, /^Heat must be a number/],
		[{ code: 'fra_Latn' }, /^Code must be a text of at most 4 characters\.$/],
		[{ code: 7 }, /^Code must be a text/],
		[
			{ stream: false },
			/^There is no parameter “stream” for this task; there are count, heat, code, loud, way, words\.$/,
		],
		[{ loud: 'yes' }, /^Loud must be true or false\.$/],
		[{ way: 'up' }, /^Way must be one of in, out\.$/],
		[{ words: ['a', 'b', 'c'] }, /^Words must be a list of at most 2 texts\.$/],
		[{ words: [1] }, /^Words must be a list/],
		[{ __proto__: 1, toString: 1 }, /no parameter “toString”/],
	];
	for (const [given, detail] of refused) {
		it(`refuses ${JSON.stringify(given)}`, () => {
			const reading = readParameters(parameters, given);
			assert.ok('problem' in reading && reading.problem.code === 'input.invalid');
			assert.match(reading.problem.detail, detail);
		});
	}
});

describe('tasks', () => {
	for (const task of TASKS) {
		it(`${task}: its defaults are within its bounds, its sentences are sentences`, () => {
			const { parameters: own, title, help, icon } = tasks[task];
			assert.ok('values' in readParameters(own));
			assert.match(title, /^[A-Z]/);
			assert.match(help, /^[A-Z].*\.$/);
			assert.match(icon, /^[a-z-]+$/);
		});
	}
});
