import type { MarkdownIt, Token } from 'markdown-it';

/** A part of a text that will not change any more, in the order of the text. */
export type Piece =
	/** One or more whole blocks. `definitions` are the normalized labels of the link references defined in them. */
	| { readonly kind: 'blocks'; readonly source: string; readonly definitions: readonly string[] }
	/** A code fence starts; its code follows, up to `fenceEnd`. */
	| { readonly kind: 'fence'; readonly info: string }
	| { readonly kind: 'code'; readonly text: string }
	| { readonly kind: 'fenceEnd' };

interface OpenFence {
	readonly closing: RegExp;
	/** Columns that every line of the code may be indented by without it being part of the code. */
	readonly indent: number;
}

/** A top-level block of the window: its first line, and the line after its last one. */
interface Block {
	readonly token: Token;
	readonly start: number;
	readonly end: number;
}

/** The beginning of what is pending, parsed. */
interface Parsed {
	readonly source: string;
	/** Offsets at which its lines start, and its end. */
	readonly lines: readonly number[];
	readonly tokens: readonly Token[];
	readonly blocks: readonly Block[];
}

/** Characters of a single block above which it is cut, and of a part that is not larger than it has to be. */
const DEFAULT_SIZES = { window: 16_384, part: 4_096 };

/**
 * Splits markdown that is still arriving into parts that can be rendered for good. Rendered one by one they give what
 * the whole text gives; the parser itself says where blocks end, looking only at lines that are complete.
 *
 * It looks at `window` characters at most, so every step costs the same however long the text is. A single block that is
 * longer than that is cut (between items, rows, lines or words) and its parts stand as blocks of their own.
 */
export class BlockSplitter {
	private pending = '';
	private ended = false;
	private fence: OpenFence | undefined;
	/** Whether the code of the open fence was cut within a line. */
	private midLine = false;
	/** How much of `pending` was seen to hold nothing finished. */
	private seen = 0;

	constructor(
		private readonly markdown: MarkdownIt,
		private readonly sizes = DEFAULT_SIZES,
	) {}

	/** What has arrived and is not finished. */
	get rest(): string {
		return this.pending;
	}

	/** Whether `rest` is code. */
	get isInFence(): boolean {
		return this.fence !== undefined;
	}

	/** `text` must have `\n` line ends. */
	push(text: string): void {
		this.pending += text;
	}

	/** Nothing more will be pushed: all that is left is finished. */
	end(): void {
		this.ended = true;
		// White space without a line end is no line to the parser.
		this.pending = this.pending.replace(/(^|\n)[ \t]+$/, '$1');
		this.seen = 0;
	}

	/** The next finished part, or `undefined` until more has arrived. */
	next(): Piece | undefined {
		const size = this.sizeWithin(this.sizes.window);
		if (size === 0 || size === this.seen) {
			return this.ended && this.pending === '' ? this.endOfFence() : undefined;
		}
		const piece = this.fence ? this.nextOfFence(this.fence, size) : this.nextBlocks();
		this.seen = piece ? 0 : size;
		return piece;
	}

	/** Characters that can be decided upon: complete lines, or a part of a line that is longer than the window. */
	private sizeWithin(limit: number): number {
		const { length } = this.pending;
		if (this.ended && length <= limit) {
			return length;
		}
		const lines = this.pending.lastIndexOf('\n', limit - 1) + 1;
		return lines === 0 && length > this.sizes.window && limit === this.sizes.window ? limit : lines;
	}

	private take(length: number): string {
		const taken = this.pending.slice(0, length);
		this.pending = this.pending.slice(length);
		return taken;
	}

	/** Looks at little first: small parts are laid out quickly. */
	private nextBlocks(): Piece | undefined {
		const { window, part } = this.sizes;
		for (let limit = part; ; limit = Math.min(limit * 2, window)) {
			const parsed = this.parse(this.sizeWithin(limit));
			const piece = this.nextOf(parsed);
			if (piece) {
				return piece;
			}
			if (this.pending.length <= limit || limit === window) {
				return limit < this.pending.length ? this.cut(parsed) : undefined;
			}
		}
	}

	private parse(size: number): Parsed {
		const source = this.pending.slice(0, size);
		const tokens: Token[] = [];
		this.markdown.block.parse(source, this.markdown, {}, tokens);
		return { source, lines: lineOffsets(source), tokens, blocks: topLevel(tokens) };
	}

	private nextOf(parsed: Parsed): Piece | undefined {
		const { source, lines, blocks } = parsed;
		const { length } = source;
		const last = blocks.at(-1);
		if (this.ended && length === this.pending.length) {
			return this.finish(parsed, length);
		}
		if (last?.token.type === 'fence') {
			const end = lines[last.end] ?? length;
			if (last.end - last.start > 1 && closingOf(last.token).test(source.slice(lines[last.end - 1], end))) {
				return this.finish(parsed, end);
			}
			const start = lines[last.start] ?? 0;
			return blocks.length > 1 ? this.finish(parsed, start) : this.openFence(last, lines);
		}
		const boundary = lastBoundary(blocks);
		const next = blocks[boundary];
		return next && this.finish(parsed, lines[next.start] ?? length);
	}

	/** A definition counts for the whole text wherever it stands, within a quote or an item as well. */
	private finish({ tokens, lines }: Parsed, length: number): Piece {
		const definitions = tokens.flatMap(({ type, map, meta }) =>
			type === 'reference_definition' && (lines[map?.[0] ?? 0] ?? 0) < length ? [String(meta?.label)] : [],
		);
		return { kind: 'blocks', source: this.take(length), definitions };
	}

	private openFence({ token, start }: Block, lines: readonly number[]): Piece {
		const from = lines[start] ?? 0;
		const opening = this.pending.slice(from, lines[start + 1]);
		this.take(lines[start + 1] ?? this.pending.length);
		this.fence = {
			closing: closingOf(token),
			indent: opening.search(/[^ ]/),
		};
		this.midLine = false;
		return { kind: 'fence', info: token.info };
	}

	private nextOfFence({ closing, indent }: OpenFence, size: number): Piece {
		const lines: string[] = [];
		let length = 0;
		while (length < size) {
			const end = this.pending.indexOf('\n', length) + 1;
			const line = this.pending.slice(length, end > 0 && end <= size ? end : size);
			if (!this.midLine && closing.test(line)) {
				break;
			}
			lines.push(this.midLine ? line : unindent(line, indent));
			length += line.length;
			this.midLine = !line.endsWith('\n');
		}
		if (lines.length > 0) {
			this.take(length);
			return { kind: 'code', text: lines.join('') };
		}
		const end = this.pending.indexOf('\n') + 1;
		this.take(end || this.pending.length);
		this.fence = undefined;
		return { kind: 'fenceEnd' };
	}

	private endOfFence(): Piece | undefined {
		if (!this.fence) {
			return undefined;
		}
		this.fence = undefined;
		return { kind: 'fenceEnd' };
	}

	/** Cuts a block that is longer than the window. */
	private cut(parsed: Parsed): Piece {
		const { blocks, tokens, source, lines } = parsed;
		const limit = this.sizes.part / 2;
		const lastWithin = (type: string, level: number) =>
			tokens.reduce((last, token) => {
				const start = token.type === type && token.level === level ? lines[token.map?.[0] ?? 0] : 0;
				return start && (start <= limit || last === 0) ? start : last;
			}, 0);
		const item = lastWithin('list_item_open', 1);
		if (item > 0) {
			return this.finish(parsed, item);
		}
		const header = lines[2] ?? 0;
		const isTable = blocks[0]?.token.type === 'table_open' && header < limit;
		const row = isTable ? lastWithin('tr_open', 2) : 0;
		if (row > header) {
			const piece = this.finish(parsed, row);
			this.pending = source.slice(0, header) + this.pending;
			return piece;
		}
		return this.finish(parsed, lineOrWordEnd(source));
	}
}

/** What ends the fence that `token` opens. */
function closingOf({ markup }: Token): RegExp {
	return new RegExp(`^ {0,3}${markup[0] ?? ''}{${markup.length},}[ \\t]*\\n?$`);
}

function topLevel(tokens: readonly Token[]): Block[] {
	return tokens.flatMap(token =>
		token.level === 0 && token.nesting >= 0 && token.map
			? [{ token, start: token.map[0], end: token.map[1] }]
			: [],
	);
}

/**
 * Index of the last block before which everything is finished; -1 if there is none. The title of a link reference may
 * still come on the line after its definition.
 */
function lastBoundary(blocks: readonly Block[]): number {
	for (let index = blocks.length - 1; index > 0; index--) {
		const before = blocks[index - 1];
		if (
			before &&
			(before.token.type !== 'reference_definition' || before.end < (blocks[index]?.start ?? 0))
		) {
			return index;
		}
	}
	return -1;
}

/** Offsets at which the lines of `text` start, and its end. */
function lineOffsets(text: string): number[] {
	const offsets = [0];
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
		offsets.push(at + 1);
	}
	if (offsets.at(-1) !== text.length) {
		offsets.push(text.length);
	}
	return offsets;
}

/** Takes up to `indent` columns of white space off a line; tab stops are at multiples of four. */
function unindent(line: string, indent: number): string {
	let column = 0;
	let at = 0;
	while (column < indent && (line[at] === ' ' || line[at] === '\t')) {
		column += line[at] === '\t' ? 4 - (column % 4) : 1;
		at++;
	}
	return at === 0 ? line : ' '.repeat(column - Math.min(column, indent)) + line.slice(at);
}

/** Length of the part of a window-sized `text` up to its last line end, else its last space, else nearly all of it. */
function lineOrWordEnd(text: string): number {
	const line = text.lastIndexOf('\n', text.length - 2) + 1;
	if (line > 0) {
		return line;
	}
	const word = text.lastIndexOf(' ') + 1;
	// A surrogate pair must not be cut in two.
	return word > 0 ? word : text.length - 1 - Number(isLowSurrogate(text.charCodeAt(text.length - 1)));
}

function isLowSurrogate(code: number): boolean {
	return code >= 0xdc00 && code <= 0xdfff;
}
