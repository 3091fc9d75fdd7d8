import { isRepoType } from '../shared/repoType';
import { isRecord } from '../util/isRecord';
import { isRepoId } from '../util/isRepoId';
import type { ListKind } from './listKind';

/** One thing of the Hub's that a command is called for. */
export interface RowTarget {
	readonly kind: ListKind;
	readonly id: string;
}

/** What a row of a view stands for, or an argument in the manner of `{type: 'dataset', id: …}`; a plain id is a model's. */
export function rowTarget(argument: unknown): RowTarget | undefined {
	if (typeof argument === 'string') {
		return isRepoId(argument) ? { kind: 'model', id: argument } : undefined;
	}
	if (!isRecord(argument)) {
		return undefined;
	}
	if (typeof argument.collection === 'string' && isRepoId(argument.collection)) {
		return { kind: 'collection', id: argument.collection };
	}
	const repo = isRecord(argument.repo) ? argument.repo : argument;
	return isRepoType(repo.type) && typeof repo.id === 'string' && isRepoId(repo.id)
		? { kind: repo.type, id: repo.id }
		: undefined;
}
