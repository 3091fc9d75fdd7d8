import type { ProviderSpec } from './makeModel';

const columns = 8;

function known(cell: string): string | undefined {
	return cell === '-' ? undefined : cell;
}

function parseRow(line: string): { readonly model: string; readonly spec: ProviderSpec } {
	const cells = line.split('|').map(cell => cell.trim());
	const [model, provider, providerId, context, price, latency, throughput, marks] = cells;
	if (
		cells.length !== columns ||
		!model ||
		!provider ||
		!providerId ||
		!context ||
		!price ||
		!latency ||
		!throughput ||
		!marks
	) {
		throw new Error(`A provider row needs ${columns} cells: ${line}`);
	}
	const has = (mark: string) => marks.split(' ').includes(mark);
	const [input, output] = (known(price)?.split('/') ?? []).map(Number);
	return {
		model,
		spec: {
			provider,
			providerId: providerId === '=' ? model : providerId,
			status: has('error') ? 'error' : has('staging') ? 'staging' : 'live',
			isModelAuthor: has('author'),
			deprecated: has('deprecated'),
			...(known(context) ? { contextLength: Number(context) } : {}),
			...(input === undefined || output === undefined ? {} : { price: [input, output] as const }),
			...(known(latency) ? { firstTokenLatencyMs: Number(latency) } : {}),
			...(known(throughput) ? { throughput: Number(throughput) } : {}),
			...(has('tools') ? { supportsTools: true } : {}),
			...(has('json') ? { supportsStructuredOutput: true } : {}),
		},
	};
}

/** Reads rows of eight cells (see `CHAT_PROVIDERS`) into the providers of each model, in the order of the rows. */
export function parseProviderTable(table: string): ReadonlyMap<string, readonly ProviderSpec[]> {
	const providers = new Map<string, ProviderSpec[]>();
	for (const line of table.split('\n').filter(text => text.trim() !== '')) {
		const { model, spec } = parseRow(line);
		providers.set(model, [...(providers.get(model) ?? []), spec]);
	}
	return providers;
}
