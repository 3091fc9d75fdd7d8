import { isRecord } from '../util/isRecord';
import type { Commit, FileEntry, Ref, Refs } from './contents';

/** Reads an entry of `tree` as the client package hands it on. */
export function parseEntry(entry: unknown): FileEntry | undefined {
	if (!isRecord(entry) || typeof entry.path !== 'string' || entry.path === '') {
		return undefined;
	}
	const { path, type, size, oid, lfs, lastCommit } = entry;
	const commit = isRecord(lastCommit) ? lastCommit : {};
	const date = timeOf(commit.date);
	return {
		type: type === 'directory' ? 'folder' : 'file',
		path,
		size: typeof size === 'number' && size >= 0 ? size : 0,
		isLarge: isRecord(lfs),
		oid: textOf(oid),
		...(typeof commit.id === 'string' && {
			lastCommit: { id: commit.id, title: textOf(commit.title), date },
		}),
	};
}

/** Reads `GET …/refs`. */
export function parseRefs(answer: unknown): Refs {
	const { branches, tags, pullRequests } = isRecord(answer) ? answer : {};
	return {
		branches: refsOf(branches),
		tags: refsOf(tags),
		// A pull request's `name` is a number in some answers; its `ref` is always a revision.
		pullRequests: listOf(pullRequests)
			.filter(isRecord)
			.flatMap(({ ref, targetCommit }) =>
				typeof ref === 'string' ? [{ name: ref, commit: textOf(targetCommit) }] : [],
			),
	};
}

/** Reads an item of `GET …/commits/{revision}`. */
export function parseCommit(entry: unknown): Commit | undefined {
	if (!isRecord(entry) || typeof entry.id !== 'string') {
		return undefined;
	}
	const authors = listOf(entry.authors)
		.filter(isRecord)
		.map(({ user }) => user)
		.filter(user => typeof user === 'string');
	return {
		id: entry.id,
		title: textOf(entry.title),
		message: textOf(entry.message),
		authors,
		date: timeOf(entry.date),
	};
}

function refsOf(value: unknown): readonly Ref[] {
	return listOf(value)
		.filter(isRecord)
		.flatMap(({ name, targetCommit }) =>
			typeof name === 'string' ? [{ name, commit: textOf(targetCommit) }] : [],
		);
}

function timeOf(value: unknown): number {
	const time = typeof value === 'string' ? Date.parse(value) : NaN;
	return Number.isNaN(time) ? 0 : time;
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}
