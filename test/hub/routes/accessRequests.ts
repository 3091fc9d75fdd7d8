import type { Hono } from 'hono';
import { requireWrite } from '../access';
import { ACCOUNTS, type AccountName } from '../accounts';
import { invalidCredentials } from '../authentication';
import type { AccessEntry } from '../catalogue/accessRequests';
import { objectId, sha1 } from '../digests';
import type { ExchangeContext, ExchangeEnv } from '../exchange';
import { HubError } from '../hubError';
import { pageOf } from '../paging';
import { namespaceOf } from '../permissions';
import { addRepoRoute, type RepoRequest } from '../repoRoutes';

const STATUSES = ['pending', 'accepted', 'rejected'] as const;
type Status = (typeof STATUSES)[number];

const pageSize = 50;

function describe({ account, state, timestamp, grantedBy }: AccessEntry) {
	const { name, fullname, email, isPro } = ACCOUNTS[account];
	return {
		user: {
			_id: objectId(`user:${name}`),
			avatarUrl: `/avatars/${sha1(name).slice(0, 32)}.svg`,
			isPro,
			fullname,
			user: name,
			type: 'user',
			email,
		},
		timestamp,
		status: state,
		fields: { Affiliation: 'Acme Research', 'I accept the terms': true },
		...(grantedBy === undefined ? {} : { grantedBy: { user: grantedBy } }),
	};
}

const noRequest = () => new HubError(404, 'No access request found matching your criteria');

async function readBody(c: ExchangeContext): Promise<Readonly<Record<string, unknown>>> {
	const body: unknown = await c.req.json().catch(() => undefined);
	if (typeof body !== 'object' || body === null) {
		throw new HubError(400, 'Invalid JSON body');
	}
	return body as Readonly<Record<string, unknown>>;
}

function accountIn({ user }: Readonly<Record<string, unknown>>): AccountName {
	const name = Object.keys(ACCOUNTS).find(candidate => candidate === user);
	if (name === undefined) {
		throw new HubError(404, 'User not found');
	}
	return name as AccountName;
}

/** Only those who may write to it see and answer the requests for a repository, and only for one with a gate. */
function owners(handle: (request: RepoRequest) => Response | Promise<Response>) {
	return (request: RepoRequest) => {
		const { caller, repo } = request;
		requireWrite(caller, namespaceOf(repo.id), repo.id);
		if (repo.gated === false) {
			throw new HubError(400, 'This repo is not gated');
		}
		return handle(request);
	};
}

/** Requests for access to gated repositories: seen and answered by their owners, withdrawn by whoever made them. */
export function addAccessRequests(app: Hono<ExchangeEnv>): void {
	for (const status of STATUSES) {
		addRepoRoute(
			app,
			'GET',
			`/user-access-request/${status}`,
			owners(({ c, repo }) => {
				const all = c.var.world.accessRequests.list(repo.id, status);
				const { items, link } = pageOf(all, new URL(c.req.url), pageSize);
				return c.json(items.map(describe), 200, link === undefined ? {} : { Link: link });
			}),
		);
	}
	addRepoRoute(
		app,
		'POST',
		'/user-access-request/handle',
		owners(async ({ c, caller, repo }) => {
			const body = await readBody(c);
			const status = STATUSES.find((known: Status) => known === body.status);
			if (!status) {
				throw new HubError(400, `"status" must be one of ${STATUSES.join(', ')}`);
			}
			const account = accountIn(body);
			const { accessRequests } = c.var.world;
			const before = accessRequests.state(repo.id, account);
			if (before === 'none' || before === status) {
				throw noRequest();
			}
			const by = caller.kind === 'user' && status === 'accepted' ? caller.account.name : undefined;
			accessRequests.set(repo.id, account, status, by);
			return c.json({});
		}),
	);
	addRepoRoute(
		app,
		'POST',
		'/user-access-request/grant',
		owners(async ({ c, caller, repo }) => {
			const account = accountIn(await readBody(c));
			const by = caller.kind === 'user' ? caller.account.name : undefined;
			c.var.world.accessRequests.set(repo.id, account, 'accepted', by);
			return c.json({});
		}),
	);
	addRepoRoute(app, 'POST', '/user-access-request/cancel', ({ c, caller, repo }) => {
		if (caller.kind === 'anonymous') {
			throw invalidCredentials();
		}
		const { accessRequests } = c.var.world;
		const account = accountIn({ user: caller.account.name });
		if (accessRequests.state(repo.id, account) !== 'pending') {
			throw new HubError(404, 'No pending access request found for this repo and this user');
		}
		accessRequests.set(repo.id, account, 'none');
		return c.json({ ok: true });
	});
}
