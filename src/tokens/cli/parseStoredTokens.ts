/** One of the tokens that the `hf` command line keeps, with all its fields as they are written. */
export interface StoredSection {
	readonly name: string;
	/** By lower-case key: `hf_token`, and `refresh_token` and `expires_at` (Unix seconds) after a sign-in. */
	readonly fields: ReadonlyMap<string, string>;
}

/** What is in a `stored_tokens` file; `isDamaged` where the command line itself could not read it. */
export interface StoredTokens {
	readonly sections: readonly StoredSection[];
	readonly isDamaged: boolean;
}

/** Its values hold for every section. */
const DEFAULTS = 'DEFAULT';

/**
 * Reads the dialect of INI that Python's `configparser` writes without interpolation: a section's name may have any
 * character in it, `=` and `:` both separate, comments have a line of their own, and an indented line goes on with the
 * value before it. General INI packages cut names at dots and comments at `#`. What is readable of a damaged file is kept.
 */
export function parseStoredTokens(text: string): StoredTokens {
	const sections = new Map<string, Map<string, string>>();
	let current: Map<string, string> | undefined;
	let lastKey: string | undefined;
	let isDamaged = false;
	for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
		const trimmed = line.trim();
		if (trimmed === '' || /^[#;]/.test(trimmed)) {
			continue;
		}
		const header = /^\[(.+)\]/.exec(line)?.[1];
		const [, key, value] = /^([^\s=:][^=:]*)[=:](.*)$/.exec(line) ?? [];
		if (/^\s/.test(line) && current && lastKey !== undefined) {
			current.set(lastKey, `${current.get(lastKey) ?? ''}\n${trimmed}`.trim());
		} else if (header !== undefined) {
			isDamaged ||= sections.has(header);
			current = sections.get(header) ?? new Map();
			sections.set(header, current);
			lastKey = undefined;
		} else if (current && key !== undefined && value !== undefined) {
			lastKey = key.trim().toLowerCase();
			isDamaged ||= current.has(lastKey);
			current.set(lastKey, value.trim());
		} else {
			isDamaged = true;
			lastKey = undefined;
		}
	}
	const defaults = sections.get(DEFAULTS) ?? new Map<string, string>();
	sections.delete(DEFAULTS);
	return {
		sections: [...sections].map(([name, fields]) => ({ name, fields: new Map([...defaults, ...fields]) })),
		isDamaged,
	};
}
