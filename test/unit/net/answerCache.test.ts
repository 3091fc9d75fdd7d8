import assert from 'node:assert/strict';
import { AnswerCache } from '../../../src/net/answerCache';

describe('AnswerCache', () => {
	const asked: Array<string | null> = [];
	const server =
		(text: string, headers: Record<string, string> = {}): typeof fetch =>
		async (_, init) => {
			const tag = `W/"${text}"`;
			const given = new Headers(init?.headers).get('If-None-Match');
			asked.push(given);
			const all = { 'Content-Type': 'application/json; charset=utf-8', ETag: tag, Link: 'next', ...headers };
			return given === tag
				? new Response(null, { status: 304, headers: { ETag: tag } })
				: new Response(text, { headers: all });
		};
	beforeEach(() => asked.splice(0));

	it('asks with the tag that it has, and answers with what it had', async () => {
		const cache = new AnswerCache();
		const fetchOne = cache.cached(server('[1]'), 'ada');
		assert.deepEqual(await (await fetchOne('https://hub.test/api/models')).json(), [1]);
		const again = await fetchOne('https://hub.test/api/models');
		assert.deepEqual([again.status, again.headers.get('Link'), await again.json()], [200, 'next', [1]]);
		assert.deepEqual(asked, [null, 'W/"[1]"']);
	});

	it('takes what has changed', async () => {
		const cache = new AnswerCache();
		await cache.cached(server('[1]'), 'ada')('https://hub.test/api/models');
		const changed = await cache.cached(server('[2]'), 'ada')('https://hub.test/api/models');
		assert.deepEqual(await changed.json(), [2]);
	});

	it('keeps apart what different people see', async () => {
		const cache = new AnswerCache();
		await cache.cached(server('[1]'), 'ada')('https://hub.test/api/models');
		await cache.cached(server('[1]'), 'bram')('https://hub.test/api/models');
		assert.deepEqual(asked, [null, null]);
	});

	it('keeps neither what is no JSON nor what came broken', async () => {
		const cache = new AnswerCache();
		for (const one of [server('[1', {}), server('text', { 'Content-Type': 'text/plain' })]) {
			await cache.cached(one, 'ada')('https://hub.test/x');
			await cache.cached(one, 'ada')('https://hub.test/x');
		}
		assert.deepEqual(asked, [null, null, null, null]);
	});

	it('knows JSON from what is only called much like it', async () => {
		const cache = new AnswerCache();
		for (const type of ['application/jsonl', 'application/json-seq', 'Application/JSON ; charset=utf-8']) {
			const fetchOne = cache.cached(server('[1]', { 'Content-Type': type }), 'ada');
			await fetchOne(`https://hub.test/${type}`);
			await fetchOne(`https://hub.test/${type}`);
		}
		assert.deepEqual(asked, [null, null, null, null, null, 'W/"[1]"']);
	});

	it('lets the oldest go', async () => {
		const cache = new AnswerCache();
		const fetchOne = cache.cached(server('[1]'), 'ada');
		for (let at = 0; at <= 300; at++) {
			await fetchOne(`https://hub.test/${at}`);
		}
		asked.splice(0);
		await fetchOne('https://hub.test/0');
		await fetchOne('https://hub.test/300');
		assert.deepEqual(asked, [null, 'W/"[1]"']);
	});
});
