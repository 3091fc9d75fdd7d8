import { makeDataset, makeSpace } from './datasetsAndSpaces';
import { makeModel } from './makeModel';
import type { Repo, RepoKind } from './repo';

/** A repository as it is when nobody has looked at it yet. */
export function makeRepo(kind: RepoKind, id: string): Repo {
	switch (kind) {
		case 'model':
			return makeModel({ id, task: 'text-generation', downloads: 0, likes: 0 });
		case 'dataset':
			return makeDataset(id, 0, 'text-generation', '');
		case 'space':
			return makeSpace(id, 0, id, 'static', 'RUNNING');
	}
}
