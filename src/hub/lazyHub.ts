import { lazy } from '../util/lazy';
import type { Hub } from './hub';

/** A Hub whose client package is loaded by the first call. A load that failed is tried again by the next call. */
export function lazyHub(load: () => Promise<Hub>): Hub {
	const hub = lazy(load);
	return {
		whoAmI: async (credential, signal, fresh) => (await hub()).whoAmI(credential, signal, fresh),
		revoke: async (credential, signal) => (await hub()).revoke(credential, signal),
		repos: async (query, signal) => (await hub()).repos(query, signal),
		repo: async (repo, signal) => (await hub()).repo(repo, signal),
		model: async (id, signal) => (await hub()).model(id, signal),
		liked: async (user, signal) => (await hub()).liked(user, signal),
		collections: async (query, signal) => (await hub()).collections(query, signal),
		files: async (at, folder, signal) => (await hub()).files(at, folder, signal),
		entries: async (at, paths, signal) => (await hub()).entries(at, paths, signal),
		read: async (at, path, part, signal) => (await hub()).read(at, path, part, signal),
		refs: async (repo, signal) => (await hub()).refs(repo, signal),
		commits: async (at, signal) => (await hub()).commits(at, signal),
		facts: async (repo, signal) => (await hub()).facts(repo, signal),
		weights: async (at, path, signal) => (await hub()).weights(at, path, signal),
		splits: async (dataset, signal) => (await hub()).splits(dataset, signal),
		firstRows: async (dataset, split, signal) => (await hub()).firstRows(dataset, split, signal),
		statistics: async (dataset, split, signal) => (await hub()).statistics(dataset, split, signal),
		spaceSecrets: async (space, signal) => (await hub()).spaceSecrets(space, signal),
		spaceVariables: async (space, signal) => (await hub()).spaceVariables(space, signal),
		validateCard: async (type, content, signal) => (await hub()).validateCard(type, content, signal),
		controlSpace: async (space, action, signal) => (await hub()).controlSpace(space, action, signal),
		spaceLog: async function* (...asked) {
			yield* (await hub()).spaceLog(...asked);
		},
		createRepo: async (repo, signal) => (await hub()).createRepo(repo, signal),
		deleteRepo: async (repo, signal) => (await hub()).deleteRepo(repo, signal),
		moveRepo: async (repo, newId, signal) => (await hub()).moveRepo(repo, newId, signal),
		duplicateRepo: async (repo, copy, signal) => (await hub()).duplicateRepo(repo, copy, signal),
		changeRepo: async (repo, change, signal) => (await hub()).changeRepo(repo, change, signal),
		createBranch: async (repo, name, from, signal) => (await hub()).createBranch(repo, name, from, signal),
		deleteBranch: async (repo, name, signal) => (await hub()).deleteBranch(repo, name, signal),
		createTag: async (repo, name, at, signal) => (await hub()).createTag(repo, name, at, signal),
		deleteTag: async (repo, name, signal) => (await hub()).deleteTag(repo, name, signal),
		collection: async (id, signal) => (await hub()).collection(id, signal),
	};
}
