import assert from 'node:assert/strict';
import { InferenceClientHubApiError, InferenceClientProviderApiError } from '@huggingface/inference';
import { type StatusFault, STATUS_FAULTS } from '../../hub/fault';
import type { TokenName } from '../../hub/testTokens';
import { collect } from './collect';
import { runningHub } from './runningHub';

const messages = [{ role: 'user', content: 'Hello' }];
const model = 'openai/gpt-oss-20b';
const prefix = 'Failed to perform inference: ';
const generic = `${prefix}an HTTP error occurred when requesting the provider`;

interface Said {
	readonly status: number;
	/** What the client's message begins with: of a whole answer, and of a stream where it differs. */
	readonly whole: string;
	readonly stream?: string;
}

const same = (status: number, text: string): Said => ({ status, whole: prefix + text });
const page = (status: number): Said => ({ status, whole: generic });

/** What the unmodified client makes of each error body. */
const said = {
	unauthorized: same(401, 'Invalid username or password.'),
	expiredToken: same(401, 'User Access Token "last-year" is expired'),
	malformedCredentials: same(401, 'Invalid credentials in Authorization header'),
	gatedSignIn: same(401, `Access to model ${model} is restricted. You must have access to it`),
	gatedRequest: same(403, `Access to model ${model} is restricted and you are not in the authorized list.`),
	gatedPending: same(403, `Your request to access model ${model} is awaiting a review`),
	gatedRejected: same(403, `Your request to access model ${model} has been rejected`),
	noInferencePermission: same(
		403,
		'This authentication method does not have sufficient permissions to call Inference Providers on behalf of user ada',
	),
	providerForbidden: page(403),
	disabled: same(403, 'Access to this resource is disabled.'),
	tokenUnapproved: same(403, 'Due to the organization token policy, your token needs to be approved'),
	tokenRevokedByOrganization: same(403, 'Your token has been revoked by the organization administrator'),
	outOfCredits: same(402, 'You have depleted your monthly included credits.'),
	notFound: same(404, "Sorry, we can't find the page you are looking for."),
	repoNotFound: same(404, 'Repository not found'),
	entryNotFound: same(404, 'Entry not found'),
	revisionNotFound: same(404, 'Invalid rev id: main'),
	modelNotSupported: {
		status: 400,
		whole: generic,
		stream: `${prefix}The requested model '${model}' is not supported by any provider`,
	},
	modelNotFound: same(404, `Model ${model} does not exist`),
	deprecated: same(410, 'The requested model is deprecated and no longer supported by provider hf-inference'),
	tooLarge: same(413, 'Input validation error: `inputs` must have less than 4096 tokens.'),
	inputTooLong: same(422, 'Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096.'),
	templateError: same(422, 'Template error: template not found'),
	missingField: { status: 422, whole: `${prefix}Failed to deserialize the JSON body`, stream: generic },
	fastApiDetail: page(422),
	plainDetail: { status: 422, whole: `${prefix}Prompt must not be empty`, stream: generic },
	problemJson: { status: 422, whole: `${prefix}The input was not valid`, stream: generic },
	rateLimited: same(
		429,
		'We had to rate limit you, you hit the quota of 1000 api requests per 5 minutes period.',
	),
	rateLimitedBare: same(429, 'Too many requests'),
	rateLimitedProvider: { status: 429, whole: generic, stream: `${prefix}Rate limit reached for this model` },
	internal: same(500, 'Internal Error'),
	badGateway: page(502),
	gatewayTimeout: page(504),
	loading: same(503, `Model ${model} is currently loading`),
	overloaded: same(503, 'Model is overloaded'),
} as const satisfies Record<StatusFault, Said>;

function isProviderError(status: number, message: string): (error: unknown) => true {
	return error => {
		assert.ok(error instanceof InferenceClientProviderApiError, String(error));
		assert.equal(error.httpResponse.status, status);
		assert.ok(error.message.startsWith(message), error.message);
		return true;
	};
}

describe('Refusals of the loopback router', () => {
	const running = runningHub();

	for (const name of STATUS_FAULTS) {
		const { status, whole, stream = whole }: Said = said[name];
		it(`${name}: the client says “${whole.slice(prefix.length, prefix.length + 60)}”`, async () => {
			running.hub.faults.next({ host: 'router', path: /chat\/completions$/ }, { kind: 'status', name }, 2);
			const client = running.inference('read');
			await assert.rejects(client.chatCompletion({ model, messages }), isProviderError(status, whole));
			await assert.rejects(
				collect(client.chatCompletionStream({ model, messages })),
				isProviderError(status, stream),
			);
			const after = await client.chatCompletion({ model, messages, max_tokens: 1 });
			assert.equal(after.usage.completion_tokens, 1, 'the next request is answered again');
		});
	}

	it('sends the headers of a rate limit with the numbers that the test wants', async () => {
		running.hub.faults.next({}, { kind: 'status', name: 'rateLimited', seconds: 7 });
		const response = await running.request('/api/whoami-v2', { token: 'read' });
		assert.equal(response.status, 429);
		assert.equal(response.headers.get('Retry-After'), '7');
		assert.equal(response.headers.get('RateLimit'), '"api";r=0;t=7');
		running.hub.faults.next({}, { kind: 'status', name: 'loading', seconds: 3.5 });
		const loading = await running.request('/v1/models', { router: true });
		assert.equal(((await loading.json()) as { estimated_time: number }).estimated_time, 3.5);
	});

	const byToken: ReadonlyArray<readonly [TokenName, number, string]> = [
		['revoked', 401, 'Invalid username or password.'],
		['expired', 401, 'User Access Token "last-year" is expired'],
		[
			'fineGrainedNoInference',
			403,
			'This authentication method does not have sufficient permissions to call Inference Providers on behalf of user ada',
		],
		[
			'fineGrainedOrg',
			403,
			'This authentication method does not have sufficient permissions to call Inference Providers on behalf of user ada',
		],
		['noCredits', 402, 'You have depleted your monthly included credits.'],
	];
	for (const [token, status, text] of byToken) {
		it(`refuses the token “${token}” with ${status}`, async () => {
			await assert.rejects(
				running.inference(token).chatCompletion({ model, messages }),
				isProviderError(status, prefix + text),
			);
		});
	}

	it('bills an organization that the token may infer for', async () => {
		const client = running.inference('fineGrainedOrg');
		const answer = await client.chatCompletion({ model, messages, max_tokens: 1 }, { billTo: 'acme' });
		assert.equal(answer.choices.length, 1);
		assert.equal(running.hub.traffic.requests.at(-1)?.headers['x-hf-bill-to'], 'acme');
		await assert.rejects(
			running.inference('read').chatCompletion({ model, messages }, { billTo: 'tulip' }),
			isProviderError(403, `${prefix}This authentication method does not have sufficient permissions`),
		);
		await assert.rejects(
			running.inference('otherUser').chatCompletion({ model, messages }, { billTo: 'tulip' }),
			isProviderError(402, `${prefix}You have depleted`),
		);
	});

	it('refuses models that nobody serves, that were given up, and inputs that are too long', async () => {
		const client = running.inference('read');
		const refuse = (name: string, status: number, text: string) =>
			assert.rejects(
				collect(client.chatCompletionStream({ model: name, messages })),
				isProviderError(status, prefix + text),
			);
		await refuse(
			'microsoft/Phi-4-mini-instruct',
			400,
			"The requested model 'microsoft/Phi-4-mini-instruct' is not supported",
		);
		await refuse('nobody/nothing', 400, "The requested model 'nobody/nothing' is not supported");
		await refuse(
			'openai/gpt-oss-20b:scaleway',
			400,
			"The requested model 'openai/gpt-oss-20b:scaleway' is not supported",
		);
		await refuse('meta-llama/Llama-3.3-70B-Instruct:cerebras', 410, 'The requested model is deprecated');
		const long = [{ role: 'user', content: 'word '.repeat(9000).trim() }];
		await assert.rejects(
			client.chatCompletion({ model: 'HuggingFaceTB/SmolLM2-135M-Instruct:baseten', messages: long }),
			isProviderError(
				422,
				`${prefix}Input validation error: \`inputs\` tokens + \`max_new_tokens\` must be <= 8192. Given: 9004`,
			),
		);
	});

	it('refuses a body without messages in plain text', async () => {
		const response = await running.request('/v1/chat/completions', {
			router: true,
			token: 'read',
			method: 'POST',
			body: '{"model":"x"}',
		});
		assert.equal(response.status, 422);
		assert.match(response.headers.get('Content-Type') ?? '', /^text\/plain; charset/);
		assert.match(await response.text(), /missing field `messages`/);
	});

	it('hides private models from the lookup of providers', async () => {
		await assert.rejects(
			running
				.inference('noCredits')
				.chatCompletion({ model: 'acme/support-chat', provider: 'hf-inference', messages }),
			(error: unknown) => error instanceof InferenceClientHubApiError && error.httpResponse.status === 404,
		);
		const answer = await running
			.inference('read')
			.chatCompletion({ model: 'acme/support-chat', provider: 'hf-inference', messages });
		assert.equal(answer.choices.length, 1);
	});

	it('refuses to chat with a plain language model, and a pipeline that the model does not have', async () => {
		const response = await running.request('/hf-inference/models/gpt2/v1/chat/completions', {
			router: true,
			token: 'read',
			method: 'POST',
			body: JSON.stringify({ model: 'gpt2', messages }),
		});
		assert.equal(response.status, 422);
		assert.deepEqual(await response.json(), {
			error: 'Template error: template not found',
			error_type: 'template_error',
		});
		const pipeline = await running.request(
			'/hf-inference/models/facebook/bart-large-cnn/pipeline/sentence-similarity',
			{
				router: true,
				token: 'read',
				method: 'POST',
				body: '{}',
			},
		);
		assert.equal(pipeline.status, 400);
		assert.deepEqual(await pipeline.json(), { error: 'Model not supported by provider hf-inference' });
	});

	it('answers a task’s wrong input with the sentence of the service', async () => {
		await assert.rejects(
			running
				.inference('read')
				.fillMask({ provider: 'hf-inference', model: 'google-bert/bert-base-uncased', inputs: 'no mask' }),
			isProviderError(422, `${prefix}Input validation error: No mask_token ([MASK]) found on the input`),
		);
		await assert.rejects(
			running
				.inference('read')
				.summarization({ provider: 'hf-inference', model: 'philschmid/bart-large-cnn-samsum', inputs: 'x' }),
			isProviderError(
				410,
				`${prefix}The requested model is deprecated and no longer supported by provider hf-inference`,
			),
		);
	});
});
