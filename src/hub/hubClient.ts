import { datasetInfo, modelInfo, spaceInfo } from '@huggingface/hub';
import type { Credential } from '../net/credential';
import { isRepoType, type RepoRef, type RepoType } from '../shared/repoType';
import { isRecord } from '../util/isRecord';
import { isRepoId } from '../util/isRepoId';
import { ProblemError } from '../util/problemError';
import { AdminClient } from './adminClient';
import type { Collection, CollectionQuery } from './collection';
import { getJson } from './getJson';
import type { CollectionPage, Hub, LikedPage, RepoPage } from './hub';
import { HubCaller, type HubOptions, type Way } from './hubCaller';
import type { Freshness } from './freshness';
import type { ToldIdentity } from './identity';
import { parseWholeCollection } from './parseCollection';
import { parseRepo } from './parseRepo';
import { readCollectionPage } from './readCollectionPage';
import { readRepoPage } from './readRepoPage';
import type { ModelSummary, RepoQuery, RepoSummary } from './repo';

/** The Hub, over the client package. A stored token that the Hub refuses is a problem, never a reason to ask without one. */
export function createHub(options: HubOptions): Hub {
	return new HubClient(new HubCaller(options));
}

/** What is asked of one repo, by its type. Each answers in the shape of the package's lists. */
const INFO: Readonly<Record<RepoType, (id: string, way: Way) => Promise<unknown>>> = {
	model: (name, way) => modelInfo({ ...way, name, additionalFields: ['inferenceProviderMapping'] }),
	dataset: (name, way) => datasetInfo({ ...way, name }),
	space: (name, way) => spaceInfo({ ...way, name, additionalFields: ['runtime'] }),
};

class HubClient extends AdminClient implements Hub {
	constructor(private readonly hubCaller: HubCaller) {
		super(hubCaller);
	}

	whoAmI(credential: Credential, signal: AbortSignal, fresh?: Freshness): Promise<ToldIdentity> {
		return this.hubCaller.whoAmI(credential, signal, fresh);
	}

	/** The client package has no call for it. The value is in the body, so the body goes only where the value may. */
	async revoke(credential: Credential, signal: AbortSignal): Promise<void> {
		const { value, name, key } = credential;
		const { hubOrigin } = this.hubCaller;
		if (!credential.origins.includes(hubOrigin)) {
			throw new ProblemError({
				code: 'token.consent',
				origin: hubOrigin,
				tokenName: name,
				...(key !== undefined && { tokenKey: key }),
			});
		}
		await this.hubCaller.askAs({ credential: undefined, signal }, async way => {
			const response = await way.fetch(`${way.hubUrl}/api/credentials/revoke`, {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify({ credentials: [value] }),
			});
			await response.body?.cancel();
			if (response.status !== 202) {
				throw new Error('The Hub did not take the request.');
			}
		});
	}

	repos(query: RepoQuery, signal: AbortSignal): Promise<RepoPage> {
		return this.repoPage(query, undefined, signal);
	}

	async repo({ type, id }: RepoRef, signal: AbortSignal): Promise<RepoSummary> {
		if (!isRepoId(id)) {
			throw new ProblemError({ code: 'input.invalid', detail: `“${id}” is not the id of a ${type}.` });
		}
		return this.hubCaller.askOnce(`${type} ${id}`, { signal, repo: id }, async way => {
			return parseRepo(type, await INFO[type](id, way)) ?? unreadable();
		});
	}

	async model(id: string, signal: AbortSignal): Promise<ModelSummary> {
		const model = await this.repo({ type: 'model', id }, signal);
		return { ...model, type: 'model', downloads: model.downloads ?? 0 };
	}

	liked(user: string, signal: AbortSignal): Promise<LikedPage> {
		return this.likedPage(`/api/users/${encodeURIComponent(user)}/likes`, signal);
	}

	collections(query: CollectionQuery, signal: AbortSignal): Promise<CollectionPage> {
		return this.collectionPage(query, undefined, signal);
	}

	async collection(id: string, signal: AbortSignal): Promise<Collection> {
		if (!isRepoId(id)) {
			throw new ProblemError({ code: 'input.invalid', detail: `“${id}” is not a collection.` });
		}
		const { body } = await getJson(this.hubCaller, `/api/collections/${id}`, { signal, repo: id });
		return parseWholeCollection(body) ?? unreadable();
	}

	private async repoPage(query: RepoQuery, url: string | undefined, signal: AbortSignal): Promise<RepoPage> {
		const { repos, nextUrl } = await this.hubCaller.askOnce(
			`repos ${JSON.stringify(query)} ${url ?? ''}`,
			{ signal },
			way => readRepoPage(query, url, way),
		);
		return {
			repos,
			...(nextUrl && {
				next: (next: AbortSignal, most?: number) => this.repoPage(query, withLimit(nextUrl, most), next),
			}),
		};
	}

	private async collectionPage(
		query: CollectionQuery,
		url: string | undefined,
		signal: AbortSignal,
	): Promise<CollectionPage> {
		const { collections, nextUrl } = await this.hubCaller.askOnce(
			`collections ${JSON.stringify(query)} ${url ?? ''}`,
			{ signal },
			way => readCollectionPage(query, url, way),
		);
		return {
			collections,
			...(nextUrl && { next: (next: AbortSignal) => this.collectionPage(query, nextUrl, next) }),
		};
	}

	private async likedPage(path: string, signal: AbortSignal): Promise<LikedPage> {
		const { body, nextUrl } = await getJson(this.hubCaller, path, { signal });
		const repos = (Array.isArray(body) ? (body as unknown[]) : []).map(likedRepo);
		return {
			repos: repos.filter(repo => repo !== undefined),
			...(nextUrl && { next: (next: AbortSignal) => this.likedPage(nextUrl, next) }),
		};
	}
}

/** `{createdAt, repo: {name, type}}`, as `GET /api/users/{user}/likes` has it. Buckets and the like are passed over. */
function likedRepo(entry: unknown): RepoRef | undefined {
	const repo = isRecord(entry) && isRecord(entry.repo) ? entry.repo : {};
	return isRepoType(repo.type) && typeof repo.name === 'string' && isRepoId(repo.name)
		? { type: repo.type, id: repo.name }
		: undefined;
}

/** The address of a page, for another number of what it lists. Where it goes on, its cursor says. */
function withLimit(address: string, most: number | undefined): string {
	const url = new URL(address);
	if (most !== undefined) {
		url.searchParams.set('limit', String(most));
	}
	return url.href;
}

function unreadable(): never {
	throw new ProblemError({ code: 'protocol', detail: 'The Hub’s answer has no id.' });
}
