import assert from 'node:assert/strict';
import {
	InferenceClientInputError,
	InferenceClientProviderApiError,
	InferenceClientProviderOutputError,
} from '@huggingface/inference';
import { describe, it } from 'mocha';
import type { AskedOfModel } from '../../../src/inference/askedOfModel';
import { ErrorEvent } from '../../../src/inference/errorEvent';
import { inferenceProblem } from '../../../src/inference/inferenceProblem';
import { withoutPrompt } from '../../../src/inference/withoutPrompt';
import type { AnswerFacts } from '../../../src/net/operation';
import type { Problem } from '../../../src/shared/problem';
import { ProblemError } from '../../../src/util/problemError';
import type { StatusFault } from '../../hub/fault';
import { type FaultAnswer, STATUS_ANSWERS } from '../../hub/statusFaults';

type ClientErrorBody = ConstructorParameters<typeof InferenceClientProviderApiError>[2]['body'];

const asked: AskedOfModel = {
	model: 'o/m',
	task: 'conversational',
	provider: 'groq',
	tokenName: 'vscode',
	text: 'a passage of the user’s own',
};

/** The facts that an operation keeps of such an answer. */
function factsOf({ status, headers = {}, body }: FaultAnswer): AnswerFacts {
	const isText = typeof body === 'string';
	const contentType = headers['Content-Type'] ?? 'application/json; charset=utf-8';
	const resetSeconds = headers['Retry-After'];
	return {
		status,
		host: 'router.example',
		contentType,
		...(headers['X-Error-Message'] && { errorMessage: headers['X-Error-Message'] }),
		...(headers['X-Error-Code'] && { errorCode: headers['X-Error-Code'] }),
		...(resetSeconds && { resetSeconds: Number(resetSeconds) }),
		requestId: 'Root=1-6',
		errorBody: isText ? body : JSON.stringify(body),
	};
}

const detail = (code: 'input.invalid' | 'input.tooLong' | 'credits', text: RegExp) => (problem: Problem) => {
	assert.equal(problem.code, code);
	assert.ok('detail' in problem && problem.detail !== undefined);
	assert.match(problem.detail, text);
};

describe('inferenceProblem: an answer with an error status', () => {
	const model = { model: 'o/m', provider: 'groq' };
	const server = (status: number, text?: string) => ({
		code: 'server',
		status,
		...(text && { detail: text }),
		requestId: 'Root=1-6',
	});
	const rows: Partial<Record<StatusFault, Problem | object | ((problem: Problem) => void)>> = {
		unauthorized: { code: 'token.invalid', tokenName: 'vscode' },
		expiredToken: { code: 'token.expired', tokenName: 'vscode' },
		noInferencePermission: (problem: Problem) => {
			assert.ok(problem.code === 'token.permission' && problem.permission === 'inference');
			assert.match(problem.detail ?? '', /sufficient permissions to call Inference Providers/);
		},
		providerForbidden: server(403),
		outOfCredits: detail('credits', /^You have depleted your monthly included credits\./),
		modelNotSupported: { code: 'model.noProvider', ...model },
		modelNotFound: { code: 'model.noProvider', ...model },
		deprecated: { code: 'model.deprecated', ...model },
		tooLarge: detail('input.tooLong', /must have less than 4096 tokens/),
		inputTooLong: detail('input.tooLong', /must be <= 4096/),
		templateError: detail('input.invalid', /^Template error: template not found$/),
		missingField: detail('input.invalid', /missing field `messages`/),
		fastApiDetail: detail('input.invalid', /^Field required$/),
		plainDetail: detail('input.invalid', /^Prompt must not be empty$/),
		problemJson: detail('input.invalid', /^The input was not valid$/),
		rateLimited: { code: 'rateLimited', resetSeconds: 55 },
		rateLimitedBare: { code: 'rateLimited' },
		rateLimitedProvider: { code: 'rateLimited', resetSeconds: 7 },
		internal: server(500, 'Internal Error - We are working hard to fix this as soon as possible!'),
		badGateway: server(502),
		gatewayTimeout: server(504),
		loading: { code: 'loading', estimatedSeconds: 7 },
		overloaded: server(503, 'Model is overloaded'),
	};
	const subject = { repo: 'o/m', user: 'ada' };
	for (const [name, expected] of Object.entries(rows)) {
		it(name, () => {
			const seconds = name === 'rateLimited' ? undefined : 7;
			const facts = factsOf(STATUS_ANSWERS[name as StatusFault]({ ...subject, seconds }));
			const problem = inferenceProblem(new Error('whatever the client makes of it'), facts, asked);
			if (typeof expected === 'function') {
				(expected as (problem: Problem) => void)(problem);
			} else {
				assert.deepEqual(problem, expected);
			}
		});
	}

	const bodies: ReadonlyArray<readonly [what: string, status: number, body: string, code: Problem['code']]> =
		[
			[
				'hf-inference on a model that is another’s',
				400,
				'{"error":"Model not supported by provider hf-inference"}',
				'model.noProvider',
			],
			[
				'a model that does not chat',
				400,
				'{"error":{"message":"The requested model \'gpt2\' is not a chat model","code":"model_not_supported"}}',
				'model.wrongTask',
			],
			[
				'OpenAI’s word for too long',
				400,
				'{"error":{"message":"Reduce it.","code":"context_length_exceeded"}}',
				'input.tooLong',
			],
			[
				'vLLM’s sentence for too long',
				400,
				'{"object":"error","message":"This model\'s maximum context length is 4096 tokens."}',
				'input.tooLong',
			],
			[
				'a parameter out of bounds',
				422,
				'{"error":"`temperature` must be strictly positive"}',
				'input.invalid',
			],
			['413 without a word', 413, '', 'input.tooLong'],
			['503 without an estimate', 503, '{"error":"Model o/m is currently loading"}', 'loading'],
			['503 without a word', 503, '', 'server'],
			['500 with broken JSON', 500, '{"error":', 'server'],
			[
				'the old host',
				410,
				'{"error":"https://api-inference.huggingface.co is no longer supported."}',
				'model.deprecated',
			],
		];
	for (const [what, status, body, code] of bodies) {
		it(what, () => {
			const facts = { status, host: 'router.example', contentType: 'application/json', errorBody: body };
			assert.equal(inferenceProblem(new Error(), facts, asked).code, code);
		});
	}

	it('says which token was refused, and for whom it lacks a permission', () => {
		const known = { ...asked, tokenKey: 'vault/1', billTo: 'acme' };
		const ofStatus = (name: StatusFault) => {
			const answer = STATUS_ANSWERS[name]({ repo: 'o/m', user: 'ada', seconds: undefined });
			return inferenceProblem(new Error('refused'), factsOf(answer), known);
		};
		assert.deepEqual(ofStatus('unauthorized'), {
			code: 'token.invalid',
			tokenName: 'vscode',
			tokenKey: 'vault/1',
		});
		for (const [name, code] of [
			['noInferencePermission', 'token.permission'],
			['tokenUnapproved', 'token.policy'],
		] as const) {
			const problem = ofStatus(name);
			assert.ok(problem.code === code && problem.on === 'acme');
		}
	});

	it('repeats nothing of the input and is short', () => {
		const error = `Invalid input: ${asked.text}, ${asked.text}. ${'So it is. '.repeat(200)}`;
		const facts = {
			status: 422,
			host: 'h',
			contentType: 'application/json',
			errorBody: JSON.stringify({ error }),
		};
		const problem = inferenceProblem(new Error(), facts, asked);
		assert.ok(problem.code === 'input.invalid');
		assert.match(problem.detail, /^Invalid input: …, …\. So it is\./);
		assert.ok(problem.detail.length <= 300);
	});
});

describe('inferenceProblem: what comes with status 200', () => {
	const facts: AnswerFacts = { status: 200, host: 'router.example', contentType: 'text/event-stream' };
	const clientError = (body: unknown) =>
		new InferenceClientProviderApiError(
			'Failed to perform inference: an occurred while streaming the response: …',
			{ url: 'u', method: 'POST', body: { messages: [asked.text] } },
			{ requestId: '', status: 200, body: body as ClientErrorBody },
		);

	const events: ReadonlyArray<readonly [what: string, event: Record<string, unknown>, problem: object]> = [
		[
			'TGI’s validation',
			{
				error: 'Input validation error: `inputs` must have less than 4096 tokens. Given: 5120',
				error_type: 'validation',
			},
			{
				code: 'input.tooLong',
				detail: 'Input validation error: `inputs` must have less than 4096 tokens. Given: 5120',
			},
		],
		[
			'TGI’s overload',
			{ error: 'Model is overloaded', error_type: 'overloaded' },
			{ code: 'server', status: 503, detail: 'Model is overloaded' },
		],
		[
			'OpenAI’s object',
			{ error: { message: 'It broke', type: 'server_error', code: null } },
			{ code: 'server', status: 500, detail: 'It broke' },
		],
		[
			'a status as code',
			{ error: { message: 'Bad gateway', code: 502 } },
			{ code: 'server', status: 502, detail: 'Bad gateway' },
		],
		[
			'a rate limit',
			{ error: { message: 'Slow down', code: 'rate_limit_exceeded' } },
			{ code: 'rateLimited' },
		],
		[
			'an invalid request',
			{ error: { message: 'No.', type: 'invalid_request_error' } },
			{ code: 'input.invalid', detail: 'No.' },
		],
		['null', { error: null }, { code: 'server', status: 500 }],
	];
	for (const [what, event, problem] of events) {
		it(`an error event as the client throws it: ${what}`, () => {
			assert.deepEqual(inferenceProblem(clientError(event), facts, asked), problem);
		});
	}

	it('an error event that the client takes for a chunk', () => {
		assert.deepEqual(
			inferenceProblem(new ErrorEvent({ object: 'error', message: 'It broke' }), facts, asked),
			{
				code: 'server',
				status: 500,
				detail: 'It broke',
			},
		);
		assert.deepEqual(inferenceProblem(new ErrorEvent({ error_message: 'It broke' }), facts, asked), {
			code: 'server',
			status: 500,
			detail: 'It broke',
		});
	});

	it('another type than an event stream', () => {
		for (const [contentType, said] of [
			['text/html; charset=utf-8', 'text/html'],
			['<script>', 'an answer without a type'],
			[undefined, 'an answer without a type'],
		] as const) {
			assert.deepEqual(
				inferenceProblem(
					clientError(''),
					{ status: 200, host: 'h', ...(contentType && { contentType }) },
					asked,
				),
				{ code: 'protocol', detail: `Expected an event stream, not ${said}.` },
			);
		}
	});

	const errors: ReadonlyArray<readonly [what: string, error: unknown, problem: object]> = [
		[
			'broken JSON',
			new SyntaxError('Unexpected token'),
			{ code: 'protocol', detail: 'The answer is not valid JSON.' },
		],
		[
			'an answer that the client refuses',
			new InferenceClientProviderOutputError('Received malformed response'),
			{ code: 'protocol', detail: 'The answer is not what the task’s protocol says.' },
		],
		['a connection closed by the other side', new TypeError('terminated'), { code: 'stream.cut' }],
		[
			'a connection reset',
			Object.assign(new Error('read'), { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) }),
			{ code: 'stream.cut' },
		],
		['a problem of our own', new ProblemError({ code: 'stream.cut' }), { code: 'stream.cut' }],
		['an abort', new DOMException('Aborted', 'AbortError'), { code: 'cancelled' }],
	];
	for (const [what, error, problem] of errors) {
		it(what, () => assert.deepEqual(inferenceProblem(error, facts, asked), problem));
	}

	it('an error before any answer', () => {
		assert.deepEqual(inferenceProblem(new InferenceClientInputError('No model'), undefined, asked), {
			code: 'input.invalid',
			detail: 'No model',
		});
	});
});

describe('withoutPrompt', () => {
	it('takes out every line of the input that is longer than a few words', () => {
		assert.equal(
			withoutPrompt('got "const a = secret();" in it', 'if (x) {\n\tconst a = secret();\n}'),
			'got "…" in it',
		);
	});

	it('leaves ordinary words alone', () => {
		assert.equal(withoutPrompt('The field is required', 'is\nrequired\n\n'), 'The field is required');
	});

	it('shortens', () => {
		assert.equal(withoutPrompt('x'.repeat(301), ''), `${'x'.repeat(299)}…`);
		assert.equal(withoutPrompt('x'.repeat(300), ''), 'x'.repeat(300));
	});
});
