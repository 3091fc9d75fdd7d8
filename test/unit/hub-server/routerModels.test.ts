import assert from 'node:assert/strict';
import { runningHub } from './runningHub';

interface Row {
	readonly id: string;
	readonly object: string;
	readonly owned_by: string;
	readonly architecture: { readonly input_modalities: readonly string[] };
	readonly providers: ReadonlyArray<{
		readonly provider: string;
		readonly status: string;
		readonly context_length?: number;
		readonly pricing?: { readonly input: number; readonly output: number };
	}>;
}

describe('GET /v1/models of the loopback router', () => {
	const running = runningHub();
	const list = async (token?: 'read') => {
		const response = await running.request('/v1/models', {
			router: true,
			...(token === undefined ? {} : { token }),
		});
		const body = (await response.json()) as { object: string; data: readonly Row[] };
		assert.equal(body.object, 'list');
		return body.data;
	};

	it('lists the chat models with providers, prices and states, also to nobody', async () => {
		const rows = await list();
		const row = rows.find(({ id }) => id === 'openai/gpt-oss-120b');
		assert.equal(row?.owned_by, 'openai');
		assert.deepEqual(row.providers[0]?.pricing, { input: 0.25, output: 0.69 });
		assert.deepEqual(
			new Set(row.providers.map(({ status }) => status)),
			new Set(['live', 'staging', 'error']),
		);
		assert.ok(rows.some(({ architecture }) => architecture.input_modalities.includes('image')));
		assert.ok(
			rows.some(({ providers }) =>
				providers.some(({ pricing, context_length: length }) => !pricing && !length),
			),
		);
		assert.ok(!rows.some(({ id }) => id === 'gpt2' || id.startsWith('ada/')));
	});

	it('shows a private model to its owner', async () => {
		assert.ok((await list('read')).some(({ id }) => id === 'ada/private-notes-chat'));
	});

	it('answers one model without an envelope, and 404 for another task’s', async () => {
		const one = await running.request('/v1/models/openai/gpt-oss-20b', { router: true });
		assert.equal(((await one.json()) as Row).id, 'openai/gpt-oss-20b');
		const none = await running.request('/v1/models/facebook/bart-large-cnn', { router: true });
		assert.equal(none.status, 404);
	});
});
