import assert from 'node:assert/strict';
import { createHub } from '../../../src/hub/hubClient';
import { type LoopbackHub, startLoopbackHub } from '../../hub/loopbackHub';
import type { TokenName } from '../../hub/testTokens';
import { problemOf } from '../net/problemOf';

const signal = new AbortController().signal;
const main = (id: string) => ({ type: 'model', id, revision: 'main' }) as const;

describe('what is known of repos', () => {
	let server: LoopbackHub;
	before(async () => {
		server = await startLoopbackHub({ deltaGapMs: 0 });
	});
	after(() => server.stop());
	afterEach(() => server.reset());

	const hubFor = (name?: TokenName) =>
		createHub({
			endpoints: () => ({ hub: server.origin, router: server.routerOrigin }),
			credentials: async () =>
				name && { value: server.tokens[name], name: 'vscode', origins: [server.origin] },
		});

	it('has the facts of each type', async () => {
		const model = await hubFor().facts({ type: 'model', id: 'Qwen/Qwen3-32B' }, signal);
		assert.equal(model.pipelineTag, 'text-generation');
		assert.deepEqual(model.parameters, { BF16: 32_800_000_000 });
		assert.ok((model.providers ?? []).length > 0);
		const space = await hubFor().facts({ type: 'space', id: 'tulip/broken-demo' }, signal);
		assert.deepEqual([space.space?.stage, space.space?.sdk], ['BUILD_ERROR', 'streamlit']);
		assert.equal((await hubFor().facts({ type: 'dataset', id: 'stanfordnlp/imdb' }, signal)).likes, 380);
	});

	it('reads the headers of weights by ranges', async () => {
		const safetensors = await hubFor().weights(main('Qwen/Qwen3-32B'), 'model.safetensors', signal);
		assert.deepEqual(safetensors.tensors[0], { name: 'embed.weight', type: 'F32', shape: [64, 64] });
		assert.equal(safetensors.parameters, 2 * 64 * 64);
		const gguf = await hubFor().weights(main('loopback/tiny-llama-GGUF'), 'tiny-llama-Q8_0.gguf', signal);
		assert.deepEqual(gguf.tensors, [{ name: 'token_embd.weight', type: 'F32', shape: [64, 64] }]);
		assert.ok(gguf.metadata.some(([name, value]) => name === 'llama.context_length' && value === '8192'));
	});

	it('has the rows and the statistics of datasets', async () => {
		const hub = hubFor();
		const splits = await hub.splits('stanfordnlp/imdb', signal);
		assert.deepEqual(splits[1], { config: 'default', split: 'test' });
		const [train] = splits;
		assert.ok(train);
		const rows = await hub.firstRows('stanfordnlp/imdb', train, signal);
		assert.deepEqual(rows.columns[2], { name: 'label', type: 'ClassLabel' });
		assert.deepEqual(rows.rows[0], ['0', 'Row 0 of stanfordnlp/imdb', '0']);
		const statistics = await hub.statistics('stanfordnlp/imdb', train, signal);
		assert.deepEqual(statistics[1]?.facts.at(-1), ['Most common', 'odd (10), even (10)']);
	});

	it('follows the log of a Space, tells its settings by name only, and stops it', async () => {
		const hub = hubFor('write');
		const lines: string[] = [];
		for await (const line of hub.spaceLog('acme/triage-board', 'run', signal)) {
			lines.push(line);
		}
		assert.equal(lines[0], '===== Application Startup =====');
		assert.deepEqual(await hub.spaceSecrets('acme/triage-board', signal), [
			{ name: 'API_KEY', description: 'Of the weather service' },
		]);
		const variables = await hub.spaceVariables('acme/triage-board', signal);
		assert.ok(!JSON.stringify(variables).includes('quiet-value'));
		await hub.controlSpace('acme/triage-board', 'restart', signal);
		const { space } = await hub.facts({ type: 'space', id: 'acme/triage-board' }, signal);
		assert.equal(space?.stage, 'RUNNING');
	});

	it('says that a token may not stop a Space', async () => {
		const problem = await problemOf(hubFor('read').controlSpace('acme/triage-board', 'pause', signal));
		assert.deepEqual(
			[problem.code, 'permission' in problem && problem.permission],
			['token.permission', 'hub.write'],
		);
	});
});
