import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { CliFailure } from '../../shared/problem';
import { ProblemError } from '../../util/problemError';
import { cleanToken } from '../tokenFormat';
import type { TokenFiles } from '../tokenFiles';
import { uniqueName } from '../uniqueName';
import { UnreadableFile } from '../unreadableFile';
import { takeCliLock } from './cliLock';
import { formatStoredTokens } from './formatStoredTokens';
import { parseStoredTokens, type StoredSection } from './parseStoredTokens';
import { writeSecretFile } from './writeSecretFile';

/** Seconds that the command line's lock is waited for. */
const PATIENCE = 10;
/** Milliseconds within which one that nobody holds is had. */
const AT_ONCE = 500;

export interface UseInCliOptions {
	readonly files: TokenFiles;
	readonly paths: { readonly token: string; readonly storedTokens: string };
	/** What the token is to be called there; another name is found where that one is taken. */
	readonly name: string;
	readonly value: string;
	/** Seconds; default 10. */
	readonly patience?: number;
	/** Hears that the command line's lock is held by somebody else. */
	readonly waiting?: () => void;
}

/**
 * Makes a token the one that the `hf` command line uses, as `hf auth login` does: it is stored by name, then put in use.
 * Nothing is lost by it: other tokens stay, and one in use that was not stored is stored first. Answers with the name.
 * Throws `token.cli`, with the files as they were or, at the worst, with the token stored and not in use.
 */
export async function useInCli(options: UseInCliOptions): Promise<string> {
	const { paths, patience = PATIENCE, waiting } = options;
	const lockFile = `${paths.storedTokens}.lock`;
	await attempt(lockFile, () => mkdir(path.dirname(lockFile), { recursive: true, mode: 0o700 }));
	await attempt(paths.token, () => mkdir(path.dirname(paths.token), { recursive: true, mode: 0o700 }));
	const told = waiting && setTimeout(waiting, AT_ONCE);
	const lock = await takeCliLock(lockFile, patience).finally(() => clearTimeout(told));
	if (lock.outcome === 'busy') {
		throw failure(lockFile, 'locked');
	}
	try {
		return await change(options);
	} finally {
		await lock.release();
	}
}

async function change({ files, paths, name, value }: UseInCliOptions): Promise<string> {
	const read = async (file: string) => (await attempt(file, () => files.read(file))) ?? '';
	const [inUse, text] = [await read(paths.token), await read(paths.storedTokens)];
	const { sections, isDamaged } = parseStoredTokens(text);
	if (isDamaged) {
		throw failure(paths.storedTokens, 'damaged');
	}
	const kept = withToken(sections, 'previous', cleanToken(inUse));
	const next = withToken(kept.sections, name, value);
	const unchanged = async (file: string, before: string) => {
		if ((await read(file)) !== before) {
			throw failure(file, 'changed');
		}
	};
	if (next.sections !== sections) {
		await unchanged(paths.storedTokens, text);
		await attempt(paths.storedTokens, () =>
			writeSecretFile(paths.storedTokens, formatStoredTokens(next.sections)),
		);
	}
	await unchanged(paths.token, inUse);
	await attempt(paths.token, () => writeSecretFile(paths.token, value));
	return next.name;
}

/** The sections with a token among them; the same ones where it is there already, or where there is none. */
function withToken(
	sections: readonly StoredSection[],
	name: string,
	value: string,
): { readonly sections: readonly StoredSection[]; readonly name: string } {
	const known = sections.find(({ fields }) => cleanToken(fields.get('hf_token') ?? '') === value);
	if (value === '' || known) {
		return { sections, name: known?.name ?? name };
	}
	const free = uniqueName(
		sectionName(name),
		sections.map(section => section.name),
	);
	return {
		sections: [...sections, { name: free, fields: new Map([['hf_token', value]]) }],
		name: free,
	};
}

/** A section's name ends at a bracket or with the line, and one name is not a section's. */
function sectionName(name: string): string {
	const tidy = name.replace(/[[\]\r\n]/g, ' ').trim();
	return tidy === '' || tidy === 'DEFAULT' ? 'token' : tidy;
}

async function attempt<T>(file: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw failure(file, error instanceof UnreadableFile ? error.reason : reasonOf(error));
	}
}

const REASONS: Readonly<Record<string, CliFailure>> = {
	EACCES: 'denied',
	EPERM: 'denied',
	EROFS: 'denied',
	ENOSPC: 'full',
	EDQUOT: 'full',
	EISDIR: 'notAFile',
	ENOTDIR: 'notAFile',
	EEXIST: 'notAFile',
};

function reasonOf(error: unknown): CliFailure {
	return REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? 'failed';
}

function failure(file: string, reason: CliFailure): ProblemError {
	return new ProblemError({ code: 'token.cli', path: file, reason });
}
