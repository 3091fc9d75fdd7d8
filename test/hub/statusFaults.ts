import type { StatusFault } from './fault';

/** An error answer: `body` is sent as it is when it is a string, else as JSON. */
export interface FaultAnswer {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body: unknown;
}

/** What the fault's sentences speak of. */
export interface FaultSubject {
	/** The repository or model that was asked for. */
	readonly repo: string;
	/** The account of the token, or a stand-in. */
	readonly user: string;
	readonly seconds: number | undefined;
}

const error = (status: number, message: string, headers?: Readonly<Record<string, string>>): FaultAnswer => ({
	status,
	headers: { 'X-Error-Message': message, ...headers },
	body: { error: message },
});

const coded = (status: number, code: string, message: string) =>
	error(status, message, { 'X-Error-Code': code });

const plain = (status: number, type: string, body: string): FaultAnswer => ({
	status,
	headers: { 'Content-Type': type },
	body,
});

const page = (status: number, title: string) =>
	plain(
		status,
		'text/html',
		`<html>\r\n<head><title>${status} ${title}</title></head>\r\n<body>\r\n<center><h1>${status} ${title}</h1></center>\r\n<hr><center>cloudflare</center>\r\n</body>\r\n</html>\r\n`,
	);

const bearerRealm = { 'WWW-Authenticate': 'Bearer realm="Authentication required", charset="UTF-8"' };

/** Status, headers and body of every error as the Hub, the router and the providers behind it are known to send them. */
export const STATUS_ANSWERS: Readonly<Record<StatusFault, (subject: FaultSubject) => FaultAnswer>> = {
	unauthorized: () => error(401, 'Invalid username or password.', bearerRealm),
	expiredToken: () => error(401, 'User Access Token "last-year" is expired', bearerRealm),
	malformedCredentials: () => error(401, 'Invalid credentials in Authorization header', bearerRealm),
	gatedSignIn: ({ repo }) =>
		coded(
			401,
			'GatedRepo',
			`Access to model ${repo} is restricted. You must have access to it and be authenticated to access it. Please log in.`,
		),
	gatedRequest: ({ repo }) =>
		coded(
			403,
			'GatedRepo',
			`Access to model ${repo} is restricted and you are not in the authorized list. Visit https://huggingface.co/${repo} to ask for access.`,
		),
	gatedPending: ({ repo }) =>
		coded(
			403,
			'GatedRepo',
			`Your request to access model ${repo} is awaiting a review from the repo authors.`,
		),
	gatedRejected: ({ repo }) =>
		coded(403, 'GatedRepo', `Your request to access model ${repo} has been rejected by the repo's authors.`),
	noInferencePermission: ({ user }) =>
		error(
			403,
			`This authentication method does not have sufficient permissions to call Inference Providers on behalf of user ${user}`,
		),
	providerForbidden: () => page(403, 'Forbidden'),
	disabled: () => error(403, 'Access to this resource is disabled.'),
	tokenUnapproved: () =>
		error(
			403,
			'Due to the organization token policy, your token needs to be approved by the organization before you can access this resource.',
		),
	tokenRevokedByOrganization: () =>
		error(
			403,
			'Your token has been revoked by the organization administrator, you can no longer access organization resources. Please contact them for more information.',
		),
	outOfCredits: () =>
		error(
			402,
			'You have depleted your monthly included credits. Purchase pre-paid credits to continue using Inference Providers. Alternatively, subscribe to PRO to get 20x more included usage.',
		),
	notFound: () => error(404, "Sorry, we can't find the page you are looking for."),
	repoNotFound: () => coded(404, 'RepoNotFound', 'Repository not found'),
	entryNotFound: () => coded(404, 'EntryNotFound', 'Entry not found'),
	revisionNotFound: () => coded(404, 'RevisionNotFound', 'Invalid rev id: main'),
	modelNotSupported: ({ repo }) => ({
		status: 400,
		body: {
			error: {
				message: `The requested model '${repo}' is not supported by any provider you have enabled.`,
				type: 'invalid_request_error',
				param: 'model',
				code: 'model_not_supported',
			},
		},
	}),
	modelNotFound: ({ repo }) => error(404, `Model ${repo} does not exist`),
	deprecated: () =>
		error(410, 'The requested model is deprecated and no longer supported by provider hf-inference'),
	tooLarge: () => ({
		status: 413,
		body: {
			error: 'Input validation error: `inputs` must have less than 4096 tokens. Given: 5120',
			error_type: 'validation',
		},
	}),
	inputTooLong: () => ({
		status: 422,
		body: {
			error:
				'Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 5120 `inputs` tokens and 512 `max_new_tokens`',
			error_type: 'validation',
		},
	}),
	templateError: () => ({
		status: 422,
		body: { error: 'Template error: template not found', error_type: 'template_error' },
	}),
	missingField: () =>
		plain(
			422,
			'text/plain; charset=utf-8',
			'Failed to deserialize the JSON body into the target type: missing field `messages` at line 1 column 143',
		),
	fastApiDetail: () => ({
		status: 422,
		body: { detail: [{ type: 'missing', loc: ['body', 'messages'], msg: 'Field required' }] },
	}),
	plainDetail: () => ({ status: 422, body: { detail: 'Prompt must not be empty' } }),
	problemJson: () => ({
		status: 422,
		headers: { 'Content-Type': 'application/problem+json' },
		body: JSON.stringify({ detail: 'The input was not valid', status: 422, title: 'Unprocessable Entity' }),
	}),
	rateLimited: ({ seconds = 55 }) =>
		error(
			429,
			'We had to rate limit you, you hit the quota of 1000 api requests per 5 minutes period. Upgrade to a PRO user or Team/Enterprise organization account (https://hf.co/pricing) to get higher limits. See https://huggingface.co/docs/hub/rate-limits',
			{
				RateLimit: `"api";r=0;t=${seconds}`,
				'RateLimit-Policy': '"fixed window";"api";q=1000;w=300',
				'Retry-After': String(seconds),
			},
		),
	rateLimitedBare: () => ({ status: 429, body: { error: 'Too many requests' } }),
	rateLimitedProvider: ({ seconds }) => ({
		status: 429,
		...(seconds === undefined ? {} : { headers: { 'Retry-After': String(seconds) } }),
		body: { error: { message: 'Rate limit reached for this model', code: 'rate_limit_exceeded' } },
	}),
	internal: () => error(500, 'Internal Error - We are working hard to fix this as soon as possible!'),
	badGateway: () => page(502, 'Bad Gateway'),
	gatewayTimeout: () => page(504, 'Gateway Time-out'),
	loading: ({ repo, seconds = 20 }) => ({
		status: 503,
		body: { error: `Model ${repo} is currently loading`, estimated_time: seconds },
	}),
	overloaded: () => ({ status: 503, body: { error: 'Model is overloaded', error_type: 'overloaded' } }),
};
