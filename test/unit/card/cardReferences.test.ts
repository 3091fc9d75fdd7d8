import assert from 'node:assert/strict';
import { cardReferences } from '../../../src/card/cardReferences';
import { checkReferences, type PageState, type ReferenceChecks } from '../../../src/card/checkReferences';
import type { RepoRef } from '../../../src/shared/repoType';
import type { RepoSummary } from '../../../src/hub/repo';
import { ProblemError } from '../../../src/util/problemError';

const hub = 'https://hub.example';
const signal = new AbortController().signal;

const README = `---
license: mit
base_model: a/base
datasets: [a/rows, imdb]
---
See [the paper](https://arxiv.example/1 "Title"), [this](docs/use%20it.md#part), [top](#top), [mail](mailto:a@b.c),
![picture](pic.png), <https://a.example/x> and <a href="https://b.example/y">there</a>.
[a model](https://huggingface.co/c/d/blob/main/README.md), [a dataset](https://hub.example/datasets/e/f), [docs](https://huggingface.co/docs/hub).
\`[code](https://code.example)\`
\`\`\`
[fenced](https://fence.example)
\`\`\`
[ref]: https://ref.example/z
`;

describe('what a card leads to', () => {
	it('is found in its fields and its text, each where it stands, and not in code', () => {
		const references = cardReferences(README, 'model', hub);
		const words = references.map(({ target }) =>
			target.kind === 'repo'
				? `${target.repo.type} ${target.repo.id}`
				: target.kind === 'file'
					? target.path
					: target.url,
		);
		assert.deepEqual(words, [
			'model a/base',
			'dataset a/rows',
			'dataset imdb',
			'https://arxiv.example/1',
			'docs/use it.md',
			'pic.png',
			'https://a.example/x',
			'https://b.example/y',
			'model c/d',
			'dataset e/f',
			'https://huggingface.co/docs/hub',
			'https://ref.example/z',
		]);
		const texts = references.map(({ from, to }) => README.slice(from, to));
		assert.deepEqual(
			[texts[0], texts[4], texts[8]],
			['a/base', 'docs/use%20it.md#part', 'https://huggingface.co/c/d/blob/main/README.md'],
		);
	});

	it('is asked about once each, a few at a time, and only what is wrong is told', async () => {
		const asked: string[] = [];
		const states: Readonly<Record<string, PageState>> = {
			'https://gone.example/': 'gone',
			'http://localhost/': 'private',
			'https://slow.example/': { unknown: 'The server took too long.' },
		};
		let open = 0;
		let most = 0;
		const checks: ReferenceChecks = {
			hub: {
				repo: async ({ type, id }: RepoRef) => {
					asked.push(id);
					most = Math.max(most, ++open);
					await Promise.resolve();
					open--;
					if (id === 'a/none') {
						throw new ProblemError({ code: 'repo.notFound', repo: id, signedIn: true });
					}
					return { type, id: id === 'a/old' ? 'a/new' : id } as RepoSummary;
				},
			},
			hasFile: async path => path === 'there.md',
			pageState: async url => {
				asked.push(url);
				return states[url] ?? 'there';
			},
		};
		const text = [
			'---\nbase_model: [a/none, a/old, a/one, a/two, a/three, a/four]\n---',
			'[1](https://gone.example/) [2](https://gone.example/) [3](http://localhost/) [4](https://slow.example/)',
			'[5](https://ok.example/) [6](there.md) [7](missing.md)',
		].join('\n');
		const steps: number[] = [];
		const broken = await checkReferences(cardReferences(text, 'model', hub), checks, signal, done =>
			steps.push(done),
		);
		assert.deepEqual(
			Object.fromEntries([...broken].map(([key, { message }]) => [key, message.split(/[,:.]/)[0]])),
			{
				'repo model a/none': 'There is no model a/none on the Hub',
				'repo model a/old': 'It is called a/new on the Hub',
				'page https://gone.example/': 'There is no such page',
				'page http://localhost/': 'Nobody else can open this page',
				'page https://slow.example/': 'This page could not be checked',
				'file missing.md': 'There is no file missing',
			},
		);
		assert.equal(broken.get('repo model a/old')?.instead, 'a/new');
		assert.equal(new Set(asked).size, asked.length);
		assert.equal(steps.at(-1), steps.length);
		assert.ok(most <= 4);
	});

	it('is no answer where the Hub does not give one', async () => {
		const problem = new ProblemError({ code: 'network.offline', host: 'hub.example' });
		const checks: ReferenceChecks = {
			hub: { repo: () => Promise.reject(problem) },
			hasFile: async () => true,
			pageState: async () => 'there',
		};
		await assert.rejects(
			checkReferences(
				cardReferences('---\nbase_model: a/b\n---\n', 'model', hub),
				checks,
				signal,
				() => undefined,
			),
			problem,
		);
	});
});
