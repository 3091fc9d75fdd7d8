/** One line of a tree of JSON. */
export interface JsonRow {
	/** Unique in the tree: how the value is reached, as JavaScript writes it, from `$`. */
	readonly path: string;
	readonly level: number;
	/** The key or index within what contains it, or a range of indices; empty for the whole. */
	readonly name: string;
	readonly value: unknown;
	/** How many values are in it; absent for what has no inside. */
	readonly size?: number;
	readonly isOpen: boolean;
	/** A part of a long list, which is no value of its own. */
	readonly range?: Range;
}

interface Range {
	readonly start: number;
	readonly end: number;
}

/** A longer list is shown in parts of this length, so that opening it costs little. */
const PART = 1_000;

/** The lines of a tree of JSON as far as it is open. */
export function jsonRows(
	value: unknown,
	isOpen: (path: string, level: number) => boolean,
): readonly JsonRow[] {
	const rows: JsonRow[] = [];
	const add = (name: string, path: string, level: number, inner: unknown, range?: Range): void => {
		const size = range ? range.end - range.start : sizeOf(inner);
		const open = size !== undefined && size > 0 && isOpen(path, level);
		rows.push({
			path,
			level,
			name,
			value: inner,
			isOpen: open,
			...(size !== undefined && { size }),
			...(range && { range }),
		});
		if (open) {
			addInside(path, level + 1, inner, range);
		}
	};
	const addInside = (path: string, level: number, inner: unknown, range?: Range): void => {
		if (Array.isArray(inner)) {
			const list: readonly unknown[] = inner;
			const { start, end } = range ?? { start: 0, end: list.length };
			const step = partLength(end - start);
			const base = range ? path.slice(0, path.lastIndexOf('[')) : path;
			for (let at = start; at < end; at += step) {
				const part = { start: at, end: Math.min(at + step, end) };
				if (step === 1) {
					add(String(at), `${base}[${at}]`, level, list[at]);
				} else {
					add(`${part.start} … ${part.end - 1}`, `${base}[${part.start}:${part.end}]`, level, list, part);
				}
			}
		} else {
			for (const [key, one] of Object.entries(inner as object)) {
				add(key, path + property(key), level, one);
			}
		}
	};
	add('', '$', 1, value);
	return rows;
}

/** One for a list that is short enough, else how many values a part has. */
function partLength(length: number): number {
	let step = 1;
	while (length / step > PART) {
		step *= PART;
	}
	return step;
}

function sizeOf(value: unknown): number | undefined {
	if (typeof value !== 'object' || value === null) {
		return undefined;
	}
	return Array.isArray(value) ? value.length : Object.keys(value).length;
}

function property(key: string): string {
	return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
