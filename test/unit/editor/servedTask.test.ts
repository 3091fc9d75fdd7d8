import assert from 'node:assert/strict';
import { servedTask } from '../../../src/editor/servedTask';
import type { Problem } from '../../../src/shared/problem';
import type { Task } from '../../../src/shared/task';
import { ProblemError } from '../../../src/util/problemError';

const ID = 'acme/model';

function offers(...tasks: readonly string[]) {
	return tasks.map(tag => {
		const [task = '', status = 'live'] = tag.split(' ');
		return { provider: 'acme', providerId: ID, status, task };
	});
}

const SERVED: ReadonlyArray<readonly [string, ReturnType<typeof offers>, Task]> = [
	['its only one', offers('summarization'), 'summarization'],
	['the first that can be run here', offers('text-to-3d', 'conversational', 'translation'), 'conversational'],
	['one that is live', offers('summarization staging', 'translation'), 'translation'],
];

const REFUSED: ReadonlyArray<readonly [string, Parameters<typeof servedTask>[0], Problem]> = [
	['providers that are not told', { id: ID }, { code: 'model.noProvider', model: ID }],
	['no provider', { id: ID, providers: [] }, { code: 'model.noProvider', model: ID }],
	[
		'no provider that is live',
		{ id: ID, providers: offers('summarization error') },
		{ code: 'model.noProvider', model: ID },
	],
	[
		'a task that cannot be run here, by the name that the Hub has for it',
		{ id: ID, pipelineTag: 'image-to-3d', providers: offers('image-text-to-image') },
		{ code: 'model.wrongTask', model: ID, task: 'image-to-3d' },
	],
	[
		'a task that cannot be run here, of a model without a tag',
		{ id: ID, providers: offers('text-to-3d') },
		{ code: 'model.wrongTask', model: ID, task: 'text-to-3d' },
	],
];

describe('the task that a model is run for', () => {
	for (const [what, providers, task] of SERVED) {
		it(`is ${what}`, () => assert.equal(servedTask({ id: ID, providers }), task));
	}

	for (const [what, model, problem] of REFUSED) {
		it(`is a problem with ${what}`, () =>
			assert.throws(
				() => servedTask(model),
				(error: unknown) => {
					assert.ok(error instanceof ProblemError);
					assert.deepEqual(error.problem, problem);
					return true;
				},
			));
	}
});
