import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { ProblemError } from '../../../util/problemError';
import type { FileFailure } from '../../thread/threadMessages';
import { fileFailure } from './fileFailure';
import type { UploadSource } from './uploadPlan';

/** What a folder has for an upload. */
export interface Collected {
	/** Relative to the folder, with `/`. */
	readonly files: readonly string[];
	/** Paths that `.gitignore` or `.hfignore` leave out; a folder stands for all in it, and ends with `/`. */
	readonly ignored: readonly string[];
	/** Paths that are never uploaded, whatever is in them. */
	readonly withheld: readonly string[];
	/** Folders that cannot be looked into; each ends with `/`. */
	readonly unreadable: readonly string[];
}

/** What has no place on the Hub: histories, environments with their secrets, and the caches of the tools themselves. */
const NEVER = /^(?:\.git|\.hg|\.svn|\.env|\.env\..*|\.envrc|\.DS_Store|__pycache__|\.ipynb_checkpoints)$/i;
/** An example of an environment has none of its secrets. */
const EXAMPLE = /^\.env\.(?:example|sample|template|dist)$/i;
/** What is inside of one has no name of its own that would tell. */
const HISTORY = /^\.(?:git|hg|svn)$/i;
const CACHE = '.cache/huggingface';

interface Rules {
	/** The folder that the rules are written in, as a prefix with `/` at its end. */
	readonly prefix: string;
	/** Where what is chosen is from there, with `/` at its end; empty within it. */
	readonly lead: string;
	readonly rules: Ignore;
}

/**
 * Looks through a folder, folder by folder. Links are not followed: what they lead to may be anywhere. With `only`, nothing
 * else is looked at, and what is named there counts although it may be ignored. So does what is in `also`, as it is in
 * `ignored`, with all that is in it.
 */
export async function collectFiles(
	root: string,
	signal: AbortSignal,
	{ only, also }: Pick<UploadSource, 'only' | 'also'> = {},
): Promise<Collected> {
	const isChosen = new Set(only);
	const isForced = new Set(also);
	const files: string[] = [];
	const ignored: string[] = [];
	const withheld: string[] = [];
	const unreadable: string[] = [];
	// Without rules, nothing below is ignored.
	const visit = async (
		folder: string,
		inherited: readonly Rules[] | undefined,
		isWhole: boolean,
	): Promise<void> => {
		signal.throwIfAborted();
		const all = inherited && (await rulesOf(root, folder, inherited));
		const entries = await listFolder(root, folder);
		if (typeof entries === 'string') {
			if (entries === 'unreadable') {
				unreadable.push(folder);
			}
			return;
		}
		for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
			const relative = folder + entry.name;
			const shown = entry.isDirectory() ? `${relative}/` : relative;
			const isWanted = isWhole || isChosen.has(relative);
			if (!isWanted && !(entry.isDirectory() && only?.some(one => one.startsWith(shown)))) {
				continue;
			}
			if (
				(NEVER.test(entry.name) && !EXAMPLE.test(entry.name)) ||
				relative === CACHE ||
				entry.isSymbolicLink()
			) {
				withheld.push(shown);
			} else if (isWanted && !isChosen.has(relative) && !isForced.has(shown) && isIgnored(shown, all)) {
				ignored.push(shown);
			} else if (entry.isDirectory()) {
				await visit(`${relative}/`, isForced.has(shown) ? undefined : all, isWanted);
			} else if (entry.isFile()) {
				files.push(relative);
			}
		}
	};
	if (
		path
			.resolve(root)
			.split(path.sep)
			.some(part => HISTORY.test(part))
	) {
		return { files, ignored, withheld: ['./'], unreadable };
	}
	await visit('', await rulesAbove(root), only === undefined);
	return { files, ignored, withheld, unreadable };
}

/** Why a folder has no entries is a problem only of the one that was chosen: another one may go while it is looked for. */
async function listFolder(root: string, folder: string): Promise<Dirent[] | FileFailure> {
	try {
		return await readdir(path.join(root, folder), { withFileTypes: true });
	} catch (error) {
		const failure = fileFailure(error);
		if (folder === '') {
			const what = failure === 'gone' ? 'is not there any more' : 'cannot be read';
			throw new ProblemError({ code: 'input.invalid', detail: `The folder ${root} ${what}.` });
		}
		return failure;
	}
}

/**
 * What the `.gitignore` files of the folders above say, up to the one with the history, the outermost first. Rules that leave
 * out the very folder that was chosen do not count: it was chosen.
 */
async function rulesAbove(root: string): Promise<readonly Rules[]> {
	const found: Rules[] = [];
	let folder = path.resolve(root);
	for (let lead = ''; ;) {
		if (await stat(path.join(folder, '.git')).catch(() => undefined)) {
			return found;
		}
		const parent = path.dirname(folder);
		if (parent === folder) {
			return [];
		}
		lead = `${path.basename(folder)}/${lead}`;
		folder = parent;
		const rules = ignore().add(await readFile(path.join(folder, '.gitignore'), 'utf8').catch(() => ''));
		if (!rules.ignores(lead)) {
			found.unshift({ prefix: '', lead, rules });
		}
	}
}

async function rulesOf(root: string, folder: string, inherited: readonly Rules[]): Promise<readonly Rules[]> {
	const texts = await Promise.all(
		['.gitignore', '.hfignore'].map(name => readFile(path.join(root, folder, name), 'utf8').catch(() => '')),
	);
	const text = texts.join('\n');
	return text.trim() === ''
		? inherited
		: [...inherited, { prefix: folder, lead: '', rules: ignore().add(text) }];
}

/** The innermost file that says anything about a path decides. */
function isIgnored(file: string, all: readonly Rules[] = []): boolean {
	for (const { prefix, lead, rules } of [...all].reverse()) {
		const { ignored, unignored } = rules.test(lead + file.slice(prefix.length));
		if (ignored || unignored) {
			return ignored;
		}
	}
	return false;
}
