import assert from 'node:assert/strict';
import { loadingLine, type DraggedRepo } from '../../../src/trees/loadingLine';

const model: DraggedRepo = { type: 'model', id: 'a/b', task: 'fill-mask' };
const bare: DraggedRepo = { type: 'model', id: 'a/b' };
const dataset: DraggedRepo = { type: 'dataset', id: 'a/b' };
const space: DraggedRepo = { type: 'space', id: 'a/b' };

const CASES: ReadonlyArray<readonly [string, DraggedRepo, string | undefined]> = [
	['python', model, 'pipe = pipeline("fill-mask", model="a/b")'],
	['python', bare, 'pipe = pipeline(model="a/b")'],
	['python', dataset, 'dataset = load_dataset("a/b")'],
	['python', space, 'client = Client("a/b")'],
	['typescript', model, "const pipe = await pipeline('fill-mask', 'a/b');"],
	['typescript', bare, undefined],
	['javascript', dataset, undefined],
	['javascriptreact', model, "const pipe = await pipeline('fill-mask', 'a/b');"],
	['javascript', space, "const client = await Client.connect('a/b');"],
	['shellscript', model, 'hf download a/b'],
	['powershell', space, 'hf download a/b --repo-type space'],
	['markdown', model, '[a/b](https://huggingface.co/a/b)'],
	['shellscript', dataset, 'hf download a/b --repo-type dataset'],
	['markdown', dataset, '[a/b](https://huggingface.co/datasets/a/b)'],
	['rust', model, undefined],
	['constructor', model, undefined],
];

describe('loadingLine', () => {
	for (const [language, repo, expected] of CASES) {
		it(`of a ${repo.type} in ${language} is ${expected ?? 'not known'}`, () =>
			assert.equal(loadingLine(language, repo), expected));
	}
});
