import { createBranch, createRepo, deleteBranch, deleteRepo } from '@huggingface/hub';
import type { RepoRef } from '../shared/repoType';
import { ProblemError } from '../util/problemError';
import { problemOf } from '../util/problemOf';
import type { NewRepo, RepoAdmin, RepoChange, RepoCopy } from './admin';
import { answerError } from './answerError';
import type { HubCaller, Way } from './hubCaller';
import { KnowledgeClient } from './knowledgeClient';
import { apiPath } from './repoPaths';

/** Operations on repos as a whole, over the client package where it has the call. */
export class AdminClient extends KnowledgeClient implements RepoAdmin {
	constructor(private readonly administered: HubCaller) {
		super(administered);
	}

	async createRepo(repo: NewRepo, signal: AbortSignal): Promise<void> {
		apiPath(repo);
		const { type, isPrivate, license, sdk } = repo;
		await this.write(repo, signal, way =>
			createRepo({
				...way,
				accessToken: way.accessToken ?? '',
				repo: { type, name: repo.id },
				visibility: isPrivate ? 'private' : 'public',
				...(license !== undefined && { license }),
				// The Hub takes any; the package's union is only as new as the package.
				...(sdk !== undefined && { sdk: sdk as 'gradio' }),
			}),
		);
	}

	async deleteRepo(repo: RepoRef, signal: AbortSignal): Promise<void> {
		apiPath(repo);
		await this.write(repo, signal, way =>
			deleteRepo({
				...bodiless(way),
				accessToken: way.accessToken ?? '',
				repo: { type: repo.type, name: repo.id },
			}),
		);
	}

	async moveRepo(repo: RepoRef, newId: string, signal: AbortSignal): Promise<void> {
		apiPath({ ...repo, id: newId });
		const body = { fromRepo: repo.id, toRepo: newId, type: repo.type };
		await this.send(repo, 'POST', '/api/repos/move', body, signal);
	}

	/** The right that it takes is over the copy; the repo itself only has to be seen. */
	async duplicateRepo(repo: RepoRef, { id, isPrivate }: RepoCopy, signal: AbortSignal): Promise<void> {
		const copy = { ...repo, id };
		const path = `${apiPath(repo)}/duplicate`;
		apiPath(copy);
		try {
			await this.send(copy, 'POST', path, { repository: id, private: isPrivate }, signal);
		} catch (error) {
			const problem = problemOf(error);
			throw problem.code === 'repo.notFound' ? new ProblemError({ ...problem, repo: repo.id }) : error;
		}
	}

	async changeRepo(repo: RepoRef, { isPrivate, gated }: RepoChange, signal: AbortSignal): Promise<void> {
		const body = {
			...(isPrivate !== undefined && { private: isPrivate }),
			...(gated !== undefined && { gated }),
		};
		await this.send(repo, 'PUT', `${apiPath(repo)}/settings`, body, signal);
	}

	/** The package does not check these two tokens' form; `net/` does. */
	async createBranch(repo: RepoRef, name: string, from: string, signal: AbortSignal): Promise<void> {
		apiPath(repo);
		await this.write(repo, signal, way =>
			createBranch({
				...bodiless(way),
				repo: { type: repo.type, name: repo.id },
				branch: name,
				revision: from,
			}),
		);
	}

	async deleteBranch(repo: RepoRef, name: string, signal: AbortSignal): Promise<void> {
		apiPath(repo);
		await this.write(repo, signal, way =>
			deleteBranch({ ...bodiless(way), repo: { type: repo.type, name: repo.id }, branch: name }),
		);
	}

	async createTag(repo: RepoRef, name: string, at: string, signal: AbortSignal): Promise<void> {
		await this.send(repo, 'POST', `${apiPath(repo)}/tag/${encodeURIComponent(at)}`, { tag: name }, signal);
	}

	async deleteTag(repo: RepoRef, name: string, signal: AbortSignal): Promise<void> {
		await this.send(repo, 'DELETE', `${apiPath(repo)}/tag/${encodeURIComponent(name)}`, undefined, signal);
	}

	private write(repo: RepoRef, signal: AbortSignal, work: (way: Way) => Promise<unknown>): Promise<unknown> {
		return this.administered.ask({ signal, repo: repo.id, permission: 'hub.write' }, work);
	}

	private async send(
		repo: RepoRef,
		method: string,
		path: string,
		body: unknown,
		signal: AbortSignal,
	): Promise<void> {
		await this.write(repo, signal, async ({ hubUrl, accessToken, fetch: fetchOne }) => {
			const response = await fetchOne(`${hubUrl}${path}`, {
				method,
				headers: {
					...(body !== undefined && { 'Content-Type': 'application/json' }),
					...(accessToken !== undefined && { Authorization: `Bearer ${accessToken}` }),
				},
				...(body !== undefined && { body: JSON.stringify(body) }),
			});
			if (!response.ok) {
				throw await answerError(response);
			}
			await response.body?.cancel();
		});
	}
}

/**
 * For calls of the package that look at an answer's status only, and would leave its body, and with it the connection, as it is
 * for as long as that lasts.
 */
function bodiless(way: Way): Way {
	return {
		...way,
		fetch: async (input, init) => {
			const answer = await way.fetch(input, init);
			if (!answer.ok) {
				return answer;
			}
			await answer.body?.cancel();
			return new Response(null, { status: answer.status, headers: answer.headers });
		},
	};
}
