import assert from 'node:assert/strict';
import type { AnswerFacts } from '../../../src/net/operation';
import { type Asked, problemOfAnswer } from '../../../src/net/problemOfAnswer';
import type { Problem } from '../../../src/shared/problem';

const SIGNED_IN: Asked = { permission: 'inference', signedIn: true, tokenName: 'vscode' };
const ANONYMOUS: Asked = { permission: 'inference', signedIn: false };

const json = (status: number, body: unknown, more: Partial<AnswerFacts> = {}): AnswerFacts => ({
	status,
	host: 'hub.test',
	contentType: 'application/json; charset=utf-8',
	errorBody: JSON.stringify(body),
	...more,
});
const page = (status: number): AnswerFacts => ({
	status,
	host: 'hub.test',
	contentType: 'text/html',
	errorBody: '<html><title>Just a moment…</title></html>',
});

/** As the Hub's documentation has them. */
const UNAPPROVED =
	'Due to the organization token policy, your token needs to be approved by the organization before you can access this resource.';
const REVOKED =
	'Your token has been revoked by the organization administrator, you can no longer access organization resources. Please contact them for more information.';

const ROWS: ReadonlyArray<readonly [string, AnswerFacts, Asked, Problem]> = [
	[
		'a token that the Hub does not know',
		json(401, { error: 'Invalid username or password.' }),
		SIGNED_IN,
		{ code: 'token.invalid', tokenName: 'vscode' },
	],
	[
		'a header that is no bearer token',
		json(401, { error: 'Invalid credentials in Authorization header' }),
		SIGNED_IN,
		{ code: 'token.invalid', tokenName: 'vscode' },
	],
	[
		'an expired token',
		json(401, { error: 'User Access Token "mine" is expired' }),
		SIGNED_IN,
		{ code: 'token.expired', tokenName: 'vscode' },
	],
	[
		'an expired token that has no name here',
		json(401, { error: 'User Access Token "mine" is expired' }),
		{ permission: 'hub.read', signedIn: true },
		{ code: 'token.expired', tokenName: 'mine' },
	],
	[
		'401 without a token',
		json(401, { error: 'Invalid username or password.' }),
		ANONYMOUS,
		{ code: 'token.missing', permission: 'inference' },
	],
	[
		'credits that are used up',
		json(402, { error: 'You have depleted your monthly included credits.' }),
		SIGNED_IN,
		{ code: 'credits', detail: 'You have depleted your monthly included credits.' },
	],
	[
		'a right that the token lacks',
		json(403, { error: 'You have read access but not the required permissions for this operation' }),
		SIGNED_IN,
		{
			code: 'token.permission',
			permission: 'inference',
			detail: 'You have read access but not the required permissions for this operation',
		},
	],
	[
		'a right that the token lacks for somebody else',
		json(403, { error: 'No.' }),
		{ ...SIGNED_IN, on: 'acme' },
		{ code: 'token.permission', permission: 'inference', on: 'acme', detail: 'No.' },
	],
	[
		'an organisation that has not approved the token',
		json(403, { error: UNAPPROVED }),
		{ ...SIGNED_IN, on: 'acme/model' },
		{
			code: 'token.policy',
			standing: 'unapproved',
			permission: 'inference',
			on: 'acme/model',
			detail: UNAPPROVED,
		},
	],
	[
		'an organisation that has revoked the token',
		json(403, { error: REVOKED }),
		SIGNED_IN,
		{ code: 'token.policy', standing: 'revoked', permission: 'inference', detail: REVOKED },
	],
	[
		'an organisation that takes no such token',
		json(403, { error: 'Due to the organization token policy, only fine-grained tokens are allowed.' }),
		SIGNED_IN,
		{
			code: 'token.policy',
			standing: 'disallowed',
			permission: 'inference',
			detail: 'Due to the organization token policy, only fine-grained tokens are allowed.',
		},
	],
	[
		'which token the Hub does not know',
		json(401, { error: 'Invalid username or password.' }),
		{ ...SIGNED_IN, tokenKey: 'vault/1' },
		{ code: 'token.invalid', tokenName: 'vscode', tokenKey: 'vault/1' },
	],
	[
		'which token is over',
		json(401, { error: 'User Access Token "mine" is expired' }),
		{ ...SIGNED_IN, tokenKey: 'environment/HF_TOKEN#abc' },
		{ code: 'token.expired', tokenName: 'vscode', tokenKey: 'environment/HF_TOKEN#abc' },
	],
	['403 without a token', json(403, {}), ANONYMOUS, { code: 'token.missing', permission: 'inference' }],
	['the page of a firewall', page(403), SIGNED_IN, { code: 'server', status: 403 }],
	[
		'a proxy that wants a password',
		page(407),
		SIGNED_IN,
		{
			code: 'network.proxy',
			host: 'hub.test',
			detail: 'The proxy asks for a user name and a password.',
		},
	],
	[
		'bad parameters',
		json(400, { error: ['limit: too big', 'sort: unknown'] }),
		SIGNED_IN,
		{ code: 'input.invalid', detail: 'limit: too big; sort: unknown' },
	],
	[
		'422 in the manner of FastAPI',
		json(422, { detail: [{ type: 'missing', loc: ['body'], msg: 'Field required' }] }),
		SIGNED_IN,
		{ code: 'input.invalid', detail: 'Field required' },
	],
	[
		'422 as plain text',
		{
			status: 422,
			host: 'h',
			contentType: 'text/plain; charset=utf-8',
			errorBody: 'missing field\n`messages`',
		},
		SIGNED_IN,
		{ code: 'input.invalid', detail: 'missing field `messages`' },
	],
	[
		'413 without a word',
		page(413),
		SIGNED_IN,
		{ code: 'input.tooLong', detail: 'The request is larger than the server takes.' },
	],
	[
		'a rate limit that says how long',
		json(429, { error: 'We had to rate limit you' }, { resetSeconds: 55 }),
		SIGNED_IN,
		{ code: 'rateLimited', resetSeconds: 55 },
	],
	['a rate limit that does not', json(429, {}), ANONYMOUS, { code: 'rateLimited' }],
	[
		'an unknown route',
		json(404, { error: "Sorry, we can't find the page you are looking for." }),
		SIGNED_IN,
		{ code: 'server', status: 404, detail: "Sorry, we can't find the page you are looking for." },
	],
	[
		'500 with a request id',
		json(500, { error: { message: 'Internal Error' } }, { requestId: 'Root=1' }),
		SIGNED_IN,
		{ code: 'server', status: 500, detail: 'Internal Error', requestId: 'Root=1' },
	],
	['502 with a page', page(502), SIGNED_IN, { code: 'server', status: 502 }],
	[
		'503 with broken JSON',
		{ status: 503, host: 'h', contentType: 'application/json', errorBody: '{"error":"hal' },
		SIGNED_IN,
		{ code: 'server', status: 503 },
	],
	['504 with nothing', { status: 504, host: 'h', errorBody: '' }, SIGNED_IN, { code: 'server', status: 504 }],
	[
		'an answer that was none',
		{ status: 200, host: 'h' },
		SIGNED_IN,
		{ code: 'protocol', detail: 'The answer is not what the protocol says.' },
	],
];

describe('problemOfAnswer', () => {
	for (const [what, facts, asked, problem] of ROWS) {
		it(`knows ${what}`, () => assert.deepEqual(problemOfAnswer(facts, asked), problem));
	}

	it('prefers what the header says to the body', () => {
		const facts = json(500, { error: 'body' }, { errorMessage: 'header' });
		assert.deepEqual(problemOfAnswer(facts, SIGNED_IN), {
			code: 'server',
			status: 500,
			detail: 'header',
		});
	});

	it('keeps a sentence short', () => {
		const problem = problemOfAnswer(json(400, { error: 'x'.repeat(5000) }), SIGNED_IN);
		assert.equal(problem.code === 'input.invalid' && problem.detail.length, 301);
	});
});
