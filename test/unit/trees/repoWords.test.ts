import assert from 'node:assert/strict';
import type { RepoSummary } from '../../../src/hub/repo';
import { repoCard, repoDescription, repoIcon, repoSpoken } from '../../../src/trees/repoWords';

const MODEL: RepoSummary = {
	type: 'model',
	id: 'Qwen/Qwen3-8B',
	pipelineTag: 'text-generation',
	downloads: 1_234_567,
	likes: 3421,
	private: false,
	gated: false,
};

const BARE = { id: 'a/b', likes: 7, private: false, gated: false } as const;

describe('a repo in words', () => {
	it('has its task, downloads and likes beside the name', () => {
		assert.equal(repoDescription(MODEL), 'Text Generation · 1.2M ↓ · 3.4k ♥');
	});

	it('has no task where the Hub knows none', () => {
		const { pipelineTag, ...rest } = MODEL;
		assert.equal(pipelineTag, 'text-generation');
		assert.equal(repoDescription(rest), '1.2M ↓ · 3.4k ♥');
	});

	const icons: ReadonlyArray<readonly [Partial<RepoSummary>, string, string]> = [
		[{}, 'package', 'Qwen/Qwen3-8B, Text Generation, 1.2M downloads, 3.4k likes'],
		[{ private: true }, 'lock', 'Qwen/Qwen3-8B, Text Generation, 1.2M downloads, 3.4k likes, private'],
		[{ gated: 'auto' }, 'shield', 'Qwen/Qwen3-8B, Text Generation, 1.2M downloads, 3.4k likes, gated'],
		[
			{ gated: 'manual', private: true },
			'lock',
			'Qwen/Qwen3-8B, Text Generation, 1.2M downloads, 3.4k likes, private, gated',
		],
	];
	for (const [change, icon, spoken] of icons) {
		it(`marks ${JSON.stringify(change)} by ${icon}, and says so aloud`, () => {
			assert.equal(repoIcon({ ...MODEL, ...change }), icon);
			assert.equal(repoSpoken({ ...MODEL, ...change }), spoken);
		});
	}

	it('has a card with whole numbers, what access takes, and only the providers that serve it', () => {
		const offer = { providerId: 'x', task: 'conversational' };
		const card = repoCard({
			...MODEL,
			gated: 'manual',
			updatedAt: new Date(2026, 0, 2, 12).getTime(),
			providers: [
				{ ...offer, provider: 'together', status: 'live' },
				{ ...offer, provider: 'groq', status: 'error' },
				{ ...offer, provider: 'brand-new', status: 'live' },
			],
		});
		assert.deepEqual(card, {
			title: 'Qwen/Qwen3-8B',
			facts: [
				['Task', 'Text Generation'],
				['Downloads', '1,234,567 in the last 30 days'],
				['Likes', '3,421'],
				['Access', 'gated: its authors decide who gets access'],
				['Updated', '2026-01-02'],
				['Providers', 'Together AI, brand-new'],
			],
		});
	});

	it('calls a model public that is neither private nor gated', () => {
		assert.deepEqual(repoCard(MODEL).facts.at(-1), ['Access', 'public']);
	});

	const others: ReadonlyArray<readonly [RepoSummary, string, string]> = [
		[{ ...BARE, type: 'dataset', downloads: 12_000 }, 'database', '12k ↓ · 7 ♥'],
		[{ ...BARE, type: 'space', sdk: 'gradio', stage: 'RUNNING' }, 'rocket', 'gradio · 7 ♥'],
		[{ ...BARE, type: 'space', sdk: 'docker', stage: 'BUILD_ERROR' }, 'rocket', 'docker · build error · 7 ♥'],
	];
	for (const [repo, icon, description] of others) {
		it(`says of a ${repo.type} what there is to say: ${description}`, () => {
			assert.equal(repoIcon(repo), icon);
			assert.equal(repoDescription(repo), description);
		});
	}
});
