import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { asking } from '../../../src/results/asking';
import { readSettings, settingsOf } from '../../../src/results/chatSettings';
import { checkAnswer } from '../../../src/results/checkAnswer';
import { draftHints, longestAnswer, offersFor } from '../../../src/results/draftHints';
import { Run } from '../../../src/results/run';
import type { ChatSettings } from '../../../src/shared/draft';
import { ProblemError } from '../../../src/util/problemError';
import { EXPLAIN } from './requests';

const SCHEMA = {
	title: 'A thing!',
	type: 'object',
	required: ['name'],
	properties: { name: { type: 'string' } },
};

describe('settings of a chat', () => {
	it('come back from a request as they went into it', () => {
		const settings: ChatSettings = {
			system: 'Be brief.',
			parameters: { seed: 7 },
			schema: JSON.stringify(SCHEMA, undefined, 2),
			tools: JSON.stringify([{ type: 'function', function: { name: 'look' } }], undefined, 2),
		};
		const told = readSettings(settings);
		assert.equal(told.schema?.name, 'A_thing_');
		assert.deepEqual(settingsOf({ ...EXPLAIN, ...told }), settings);
	});

	it('are nothing where nothing was set', () => {
		assert.deepEqual(readSettings({ system: ' ', schema: '', tools: '\n', parameters: { seed: '' } }), {});
		assert.deepEqual(settingsOf(EXPLAIN), {});
	});

	it('take the bare definition of a function for a tool', () => {
		assert.deepEqual(readSettings({ tools: '{"name": "look"}' }).tools, [
			{ type: 'function', function: { name: 'look' } },
		]);
	});

	it('keep access tokens out of what the model is told', () => {
		const token = `hf_${'aBcD'.repeat(9).slice(0, 34)}`;
		assert.ok(!readSettings({ system: `Use ${token}` }).system?.includes(token));
	});

	for (const [settings, detail] of [
		[{ schema: '{' }, /^The answer’s schema is not JSON: /],
		[{ schema: '[]' }, /^The answer’s schema must be a JSON object\.$/],
		[{ tools: 'look' }, /^The list of tools is not JSON: /],
		[{ tools: '[{"function": {}}]' }, /^Each tool must be an object such as/],
	] as const) {
		it(`are refused for ${JSON.stringify(settings)}`, () => {
			assert.throws(
				() => readSettings(settings),
				(error: unknown) =>
					error instanceof ProblemError &&
					error.problem.code === 'settings.invalid' &&
					detail.test(error.problem.detail),
			);
		});
	}
});

describe('a question of the page', () => {
	const drafts = { peek: () => ({ model: 'b/two', provider: 'groq' }) };
	const run = new Run('1', { ...EXPLAIN, provider: 'together', system: 'Old.' }, 1);
	const ask = (place: 'after' | 'instead', text: string) =>
		asking(run, run, { type: 'ask', id: '1', place, text, settings: { system: 'New.' } }, drafts);

	it('goes on from a run, with the model that was chosen for it', () => {
		assert.deepEqual(ask('after', ' Why? '), {
			request: {
				task: 'conversational',
				text: '',
				instruction: { title: 'Why?', prompt: 'Why?' },
				system: 'New.',
				model: 'b/two',
				provider: 'groq',
			},
			place: { parent: '1' },
		});
	});

	it('takes the place of the one that was asked, about the same passage', () => {
		assert.deepEqual(ask('instead', 'Why?'), {
			request: {
				...EXPLAIN,
				provider: 'together',
				system: 'New.',
				instruction: { title: 'Why?', prompt: 'Why?' },
			},
			place: { twin: '1' },
		});
		assert.equal(ask('instead', 'Explain it.').request.instruction?.title, 'Explain');
	});

	it('takes the place of a bare text', () => {
		const { task, model, text: input } = EXPLAIN;
		const bare = { task, model, text: input };
		const text = new Run('2', bare, 1, { parent: '1' });
		const { request, place } = asking(
			text,
			run,
			{ type: 'ask', id: '2', place: 'instead', text: 'Other', settings: {} },
			drafts,
		);
		assert.deepEqual(request, { ...bare, text: 'Other' });
		assert.deepEqual(place, { parent: '1' });
	});
});

describe('checkAnswer', () => {
	const rows: ReadonlyArray<readonly [answer: string, complaints: readonly RegExp[]]> = [
		['{"name": "x"}', []],
		['```json\n{"name": "x"}\n```', []],
		['Here it is: {"name": "x"}', [/^The answer is not JSON\.$/]],
		['{"name": 3}', [/^name: .*"number"/]],
		['{}', [/^The whole: .*"name"/]],
	];
	for (const [answer, complaints] of rows) {
		it(`looks at ${answer}`, async () => {
			const check = await checkAnswer(answer, { name: 'a', schema: SCHEMA });
			assert.equal(check.complaints.length, complaints.length, check.complaints.join('\n'));
			complaints.forEach((pattern, index) => assert.match(check.complaints[index] ?? '', pattern));
		});
	}

	it('says that a schema cannot be used', async () => {
		const check = await checkAnswer('{}', { name: 'a', schema: { $ref: '#/nowhere' } });
		assert.match(check.complaints[0] ?? '', /^The schema cannot be used: /);
	});
});

describe('what a model can do for a question', () => {
	const offers = [
		{ model: 'o/m', provider: 'a', contextLength: 10, supportsTools: true, takesImages: false },
		{ model: 'o/m', provider: 'b', contextLength: 20, takesImages: false },
	];

	it('is what its provider can, or any of them where the router chooses', () => {
		assert.deepEqual(offersFor(offers, 'b'), [offers[1]]);
		assert.deepEqual(offersFor(offers, 'fastest'), offers);
		assert.equal(longestAnswer(offers), 20);
		assert.equal(longestAnswer([]), undefined);
	});

	it('says what it cannot, and nothing where nothing is known', () => {
		assert.deepEqual(draftHints([], []), []);
		assert.equal(draftHints(offers, []).length, 1, 'nobody promises to keep to a schema');
		assert.equal(draftHints(offers.slice(1), []).length, 2, 'and nobody promises tools');
		const image = { kind: 'image', name: 'a.png', detail: '1 kB' } as const;
		assert.equal(draftHints(offers, [image])[0], 'This model takes no pictures.');
	});
});
