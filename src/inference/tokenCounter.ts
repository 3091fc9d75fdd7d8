import { readdir, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Counts the tokens of texts, as one model does; special ones are not among them. */
export type CountTokens = (text: string) => number;

/** In bytes. The largest tokenizers of chat models have about half of this. */
const LARGEST = 60_000_000;

/** The folder in which Hugging Face's own libraries keep what they have downloaded, in their order of precedence. */
export function hubCache(
	environment: Readonly<Record<string, string | undefined>>,
	home = homedir(),
): string {
	const set = (name: string) => (environment[name] === '' ? undefined : environment[name]);
	const caches = set('XDG_CACHE_HOME') ?? join(home, '.cache');
	const own = set('HF_HOME') ?? join(caches, 'huggingface');
	return set('HF_HUB_CACHE') ?? set('HUGGINGFACE_HUB_CACHE') ?? join(own, 'hub');
}

/**
 * A model's own tokenizer, where one of its snapshots in the cache has it; nothing otherwise. Downloads nothing. The
 * tokenizers' code is a chunk of its own.
 */
export async function tokenCounter(cache: string, model: string): Promise<CountTokens | undefined> {
	try {
		const snapshots = join(cache, `models--${model.replaceAll('/', '--')}`, 'snapshots');
		for (const revision of (await readdir(snapshots)).sort()) {
			const file = join(snapshots, revision, 'tokenizer.json');
			const { size } = await stat(file).catch(() => ({ size: Infinity }));
			if (size <= LARGEST) {
				const [tokenizer, config] = await Promise.all([
					json(file),
					json(join(snapshots, revision, 'tokenizer_config.json')),
				]);
				const { Tokenizer } = await import('@huggingface/tokenizers');
				const ready = new Tokenizer(tokenizer ?? {}, config ?? {});
				return text => ready.encode(text, { add_special_tokens: false }).ids.length;
			}
		}
	} catch {
		// No snapshot, or a tokenizer of a kind that is not known: the count is an estimate then.
	}
	return undefined;
}

async function json(file: string): Promise<object | undefined> {
	try {
		return JSON.parse(await readFile(file, 'utf8')) as object;
	} catch {
		return undefined;
	}
}
