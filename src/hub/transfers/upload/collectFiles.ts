import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { ProblemError } from '../../../util/problemError';
import type { FileFailure } from '../../thread/threadMessages';
import { fileFailure } from './fileFailure';
import { rulesInside } from './rulesInside';
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
	readonly text: string;
	readonly rules: Ignore;
}

/** What a folder inherits from those that it is in. */
interface Inherited {
	/** Without rules, nothing below is ignored. */
	readonly rules: readonly Rules[] | undefined;
	/** All of it is wanted; otherwise, it has something below that was chosen. */
	readonly isWhole: boolean;
	/** It is in a folder that is ignored, and was not chosen itself. */
	readonly isLeftOut: boolean;
}

/**
 * Looks through a folder, folder by folder. Links are not followed: what they lead to may be anywhere. The folder itself was
 * chosen; with `only`, just what is named there was, and nothing else is looked at. What was chosen counts although it may be
 * ignored; what is in it, by the other lines of the rules. So does what is in `also`, as it is in `ignored`, with all that is in it.
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
	const rules = await rulesAbove(root);
	const { inside, areOverruled } = choose('', rules);
	if (areOverruled && isWhole) {
		walk.overruled.push('./');
	}
	await walk.visit(
		'',
		isWhole ? { rules: inside, isWhole, isLeftOut: false } : { rules, isWhole, isLeftOut: areOverruled },
	);
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

	async visit(folder: string, { rules: above, ...inherited }: Inherited): Promise<void> {
		this.signal.throwIfAborted();
		const rules = above && (await rulesOf(this.root, folder, above));
		const entries = await listFolder(this.root, folder);
		if (typeof entries === 'string') {
			if (entries === 'unreadable') {
				this.unreadable.push(folder);
			}
			return;
		}
		for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
			const isWhole = inherited.isWhole || this.chosen.has(folder + entry.name);
			if (isWhole || (entry.isDirectory() && this.leadsToChosen(`${folder}${entry.name}/`))) {
				await this.take(folder, entry, { ...inherited, rules, isWhole });
			}
		}
	}

	private async take(folder: string, entry: Dirent, inherited: Inherited): Promise<void> {
		const relative = folder + entry.name;
		const shown = entry.isDirectory() ? `${relative}/` : relative;
		const isNever = NEVER.test(entry.name) && !EXAMPLE.test(entry.name);
		if (isNever || relative === CACHE || entry.isSymbolicLink()) {
			this.withheld.push(shown);
			return;
		}
		const { isWhole } = inherited;
		const rules = this.forced.has(shown) ? undefined : inherited.rules;
		const isLeftOut = inherited.isLeftOut || isIgnored(shown, rules);
		if (this.chosen.has(relative)) {
			const { inside, areOverruled } = choose(shown, entry.isDirectory() ? rules : undefined);
			if (isLeftOut || areOverruled) {
				this.overruled.push(shown);
			}
			await this.add(entry, shown, { rules: inside, isWhole, isLeftOut: false });
		} else if (isLeftOut && isWhole) {
			this.ignored.push(shown);
		} else {
			await this.add(entry, shown, { rules, isWhole, isLeftOut });
		}
	}

	private async add(entry: Dirent, shown: string, inherited: Inherited): Promise<void> {
		if (entry.isDirectory()) {
			await this.visit(shown, inherited);
		} else if (entry.isFile()) {
			this.files.push(shown);
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

/** What the `.gitignore` files of the folders above say, up to the one with the history, the outermost first. */
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
		const text = await readFile(path.join(folder, '.gitignore'), 'utf8').catch(() => '');
		found.unshift({ prefix: '', lead, text, rules: ignore().add(text) });
	}
}

async function rulesOf(root: string, folder: string, inherited: readonly Rules[]): Promise<readonly Rules[]> {
	const texts = await Promise.all(
		['.gitignore', '.hfignore'].map(name => readFile(path.join(root, folder, name), 'utf8').catch(() => '')),
	);
	const text = texts.join('\n');
	return text.trim() === ''
		? inherited
		: [...inherited, { prefix: folder, lead: '', text, rules: ignore().add(text) }];
}

/** The rules for what is in a folder that was chosen, and whether there are others that leave out the very folder. */
function choose(
	folder: string,
	rules: readonly Rules[] | undefined,
): { readonly inside: readonly Rules[] | undefined; readonly areOverruled: boolean } {
	let areOverruled = false;
	const inside = rules?.map(one => {
		const text = rulesInside(one.text, pathFor(one, folder));
		if (text === one.text) {
			return one;
		}
		areOverruled = true;
		return { ...one, text, rules: ignore().add(text) };
	});
	return { inside, areOverruled };
}

/** A path of the folder that is uploaded, from where rules are. */
function pathFor({ prefix, lead }: Rules, file: string): string {
	return lead + file.slice(prefix.length);
}

/** The innermost file that says anything about a path decides. */
function isIgnored(file: string, all: readonly Rules[] = []): boolean {
	for (const one of [...all].reverse()) {
		const { ignored, unignored } = one.rules.test(pathFor(one, file));
		if (ignored || unignored) {
			return ignored;
		}
	}
	return false;
}
