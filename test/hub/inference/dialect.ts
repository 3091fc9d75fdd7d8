/** How a provider's stream differs from the plainest one. The router passes the differences on. */
export interface Dialect {
	/** The field that reasoning comes in, or `think` for tags inside of the content. */
	readonly reasoning: 'reasoning_content' | 'reasoning' | 'think';
	/** Where the token counts are: a chunk of their own (if asked for), the last chunk, or all, as running totals. */
	readonly usage: 'own' | 'last' | 'every';
	/** `usage: null` on every chunk without counts. */
	readonly nullUsage: boolean;
	/** The role comes in a delta of its own before any text, with the first text, or with every text. */
	readonly role: 'alone' | 'first' | 'every';
	/** Fields that only some providers add: `token_id`, `tool_calls: null` and a `text` beside the delta. */
	readonly extras: boolean;
	/** Leaves `index` and `finish_reason` out of ordinary chunks. */
	readonly sparse: boolean;
	/** Sends comments while it thinks. */
	readonly keepAlive: boolean;
	/** Ends with `data: [DONE]`. */
	readonly done: boolean;
	/** A blank between `data:` and the JSON. */
	readonly blank: boolean;
	readonly lineEnd: '\n' | '\r\n';
	/** Tool calls come in parts with an index, in parts without one, or each whole. */
	readonly toolCalls: 'parts' | 'unnumbered' | 'whole';
	/** The word for a model that stopped by itself. */
	readonly stopped: 'stop' | 'eos';
}

const plain: Dialect = {
	reasoning: 'reasoning_content',
	usage: 'own',
	nullUsage: false,
	role: 'alone',
	extras: false,
	sparse: false,
	keepAlive: false,
	done: true,
	blank: true,
	lineEnd: '\n',
	toolCalls: 'parts',
	stopped: 'stop',
};

/** What is known of the providers' dialects; a provider that is not here speaks the plain one. */
const dialects: Readonly<Record<string, Dialect>> = {
	cerebras: { ...plain, reasoning: 'reasoning', usage: 'last', sparse: true },
	cohere: { ...plain, usage: 'last', role: 'first' },
	'featherless-ai': { ...plain, done: false },
	'fireworks-ai': { ...plain, reasoning: 'think', usage: 'last', nullUsage: true },
	groq: { ...plain, reasoning: 'reasoning', toolCalls: 'whole' },
	novita: { ...plain, keepAlive: true, toolCalls: 'unnumbered' },
	nscale: { ...plain, usage: 'every', lineEnd: '\r\n' },
	publicai: { ...plain, keepAlive: true, usage: 'every' },
	sambanova: { ...plain, extras: true, role: 'every' },
	scaleway: { ...plain, role: 'first' },
	together: {
		...plain,
		reasoning: 'reasoning',
		usage: 'last',
		nullUsage: true,
		role: 'every',
		extras: true,
		stopped: 'eos',
	},
	'hf-inference': { ...plain, blank: false, role: 'every' },
};

export function dialectOf(provider: string): Dialect {
	return dialects[provider] ?? plain;
}
