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
	/** What was chosen by name, and is taken although rules leave it out; a folder ends with `/`, and `./` is all of it. */
	readonly overruled: readonly string[];
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
 * else is looked at, and what is named there counts although it may be ignored; what is in it, by the other rules. So does what
 * is in `also`, as it is in `ignored`, with all that is in it.
 */
export async function collectFiles(
	root: string,
	signal: AbortSignal,
	choice: Pick<UploadSource, 'only' | 'also'> = {},
): Promise<Collected> {
	const walk = new Walk(root, signal, choice);
	const isInHistory = path
		.resolve(root)
		.split(path.sep)
		.some(part => HISTORY.test(part));
	if (isInHistory) {
		walk.withheld.push('./');
		return walk;
	}
	const isWhole = choice.only === undefined;
	const above = await rulesAbove(root);
	if (above.areOverruled && isWhole) {
		walk.overruled.push('./');
	}
	await walk.visit('', above.rules, isWhole);
	return walk;
}

class Walk implements Collected {
	readonly files: string[] = [];
	readonly ignored: string[] = [];
	readonly withheld: string[] = [];
	readonly overruled: string[] = [];
	readonly unreadable: string[] = [];
	private readonly chosen: ReadonlySet<string>;
	private readonly forced: ReadonlySet<string>;

	constructor(
		private readonly root: string,
		private readonly signal: AbortSignal,
		{ only, also }: Pick<UploadSource, 'only' | 'also'>,
	) {
		this.chosen = new Set(only);
		this.forced = new Set(also);
	}

	/** Without rules, nothing below is ignored. What is not whole has something below that was chosen. */
	async visit(folder: string, inherited: readonly Rules[] | undefined, isWhole: boolean): Promise<void> {
		this.signal.throwIfAborted();
		const rules = inherited && (await rulesOf(this.root, folder, inherited));
		const entries = await listFolder(this.root, folder);
		if (typeof entries === 'string') {
			if (entries === 'unreadable') {
				this.unreadable.push(folder);
			}
			return;
		}
		for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
			const isWanted = isWhole || this.chosen.has(folder + entry.name);
			if (isWanted || (entry.isDirectory() && this.leadsToChosen(`${folder}${entry.name}/`))) {
				await this.take(folder, entry, rules, isWanted);
			}
		}
	}

	private async take(
		folder: string,
		entry: Dirent,
		rules: readonly Rules[] | undefined,
		isWanted: boolean,
	): Promise<void> {
		const relative = folder + entry.name;
		const shown = entry.isDirectory() ? `${relative}/` : relative;
		const isNever = NEVER.test(entry.name) && !EXAMPLE.test(entry.name);
		if (isNever || relative === CACHE || entry.isSymbolicLink()) {
			this.withheld.push(shown);
			return;
		}
		const isChosen = this.chosen.has(relative);
		const isForced = this.forced.has(shown);
		if (isWanted && !isForced && isIgnored(shown, rules)) {
			if (!isChosen) {
				this.ignored.push(shown);
				return;
			}
			this.overruled.push(shown);
		}
		if (entry.isDirectory()) {
			const inside = isChosen ? rules?.filter(one => !leavesOut(one, shown)) : rules;
			await this.visit(shown, isForced ? undefined : inside, isWanted);
		} else if (entry.isFile()) {
			this.files.push(relative);
		}
	}

	private leadsToChosen(folder: string): boolean {
		return [...this.chosen].some(one => one.startsWith(folder));
	}
}

/** Why a folder has no entries is a problem only of the one that was chosen: another one may go while it is looked for. */
async function listFolder(root: string, folder: string): Promise<Dirent[] | FileFailure> {
	try {
		return await readdir(path.join(root, folder), { withFileTypes: true });
	} catch (error) {
		const failure = fileFailure(error);
		if (folder === '') {
			const what = failure === 'gone' ? 'is not there any more' : 'cannot be read';
			throw new ProblemError({ code: 'upload.refused', detail: `The folder ${root} ${what}.` });
		}
		return failure;
	}
}

interface RulesAbove {
	readonly rules: readonly Rules[];
	/** Whether there are others that leave out the very folder. */
	readonly areOverruled: boolean;
}

/**
 * What the `.gitignore` files of the folders above say, up to the one with the history, the outermost first. Rules that leave
 * out the very folder that was chosen do not count: it was chosen.
 */
async function rulesAbove(root: string): Promise<RulesAbove> {
	const found: Rules[] = [];
	let areOverruled = false;
	let folder = path.resolve(root);
	for (let lead = ''; ;) {
		if (await stat(path.join(folder, '.git')).catch(() => undefined)) {
			return { rules: found, areOverruled };
		}
		const parent = path.dirname(folder);
		if (parent === folder) {
			return { rules: [], areOverruled: false };
		}
		lead = `${path.basename(folder)}/${lead}`;
		folder = parent;
		const rules = ignore().add(await readFile(path.join(folder, '.gitignore'), 'utf8').catch(() => ''));
		if (rules.ignores(lead)) {
			areOverruled = true;
		} else {
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

/** Whether rules leave out this very folder, and with it all that is in it. */
function leavesOut({ prefix, lead, rules }: Rules, folder: string): boolean {
	return rules.ignores(lead + folder.slice(prefix.length));
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
