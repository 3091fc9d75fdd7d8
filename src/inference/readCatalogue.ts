import type { Pricing } from '../shared/run';
import { isRecord } from '../util/isRecord';
import { ProblemError } from '../util/problemError';
import type { ProviderCandidate } from './chooseProvider';

/** A provider's offer of a chat model, with the router's figures; what it leaves out is not known. */
export interface CatalogueProvider extends ProviderCandidate {
	/** Tokens. */
	readonly contextLength?: number;
	/** Milliseconds. */
	readonly firstTokenLatency?: number;
	readonly supportsTools?: boolean;
	readonly supportsStructuredOutput?: boolean;
}

export interface CatalogueModel {
	readonly id: string;
	/** Whether it takes pictures; absent where the router does not say. */
	readonly takesImages?: boolean;
	/** The live ones, in the router's order. */
	readonly providers: readonly CatalogueProvider[];
}

/** The router's `GET /v1/models`: `{object: 'list', data: […]}`. Entries that are not understood are skipped. */
export function readCatalogue(body: unknown): readonly CatalogueModel[] {
	const data: unknown = isRecord(body) ? body.data : body;
	if (!Array.isArray(data)) {
		throw new ProblemError({ code: 'protocol', detail: 'The router’s catalogue is not a list.' });
	}
	return data.flatMap(entry => readCatalogueModel(entry) ?? []);
}

/** One entry: an element of the list, or the whole answer of `GET /v1/models/{id}`. */
export function readCatalogueModel(entry: unknown): CatalogueModel | undefined {
	if (!isRecord(entry) || typeof entry.id !== 'string' || !answersInText(entry.architecture)) {
		return undefined;
	}
	const providers: readonly unknown[] = Array.isArray(entry.providers) ? entry.providers : [];
	const takesImages = readsImages(entry.architecture);
	return {
		id: entry.id,
		...(takesImages !== undefined && { takesImages }),
		providers: providers.flatMap(one => readProvider(one) ?? []),
	};
}

function answersInText(architecture: unknown): boolean {
	const outputs: unknown = isRecord(architecture) ? architecture.output_modalities : undefined;
	return !Array.isArray(outputs) || outputs.includes('text');
}

function readsImages(architecture: unknown): boolean | undefined {
	const inputs: unknown = isRecord(architecture) ? architecture.input_modalities : undefined;
	return Array.isArray(inputs) ? inputs.includes('image') : undefined;
}

function readProvider(entry: unknown): CatalogueProvider | undefined {
	if (!isRecord(entry) || typeof entry.provider !== 'string' || entry.status !== 'live') {
		return undefined;
	}
	const pricing = entry.is_free === true ? { input: 0, output: 0 } : readPricing(entry.pricing);
	const contextLength = positive(entry.context_length);
	const throughput = positive(entry.throughput);
	const firstTokenLatency = positive(entry.first_token_latency_ms);
	const { supports_tools: tools, supports_structured_output: structured } = entry;
	return {
		provider: entry.provider,
		...(pricing && { pricing }),
		...(contextLength !== undefined && { contextLength }),
		...(throughput !== undefined && { throughput }),
		...(firstTokenLatency !== undefined && { firstTokenLatency }),
		...(typeof tools === 'boolean' && { supportsTools: tools }),
		...(typeof structured === 'boolean' && { supportsStructuredOutput: structured }),
	};
}

function readPricing(value: unknown): Pricing | undefined {
	return isRecord(value) && isPrice(value.input) && isPrice(value.output)
		? { input: value.input, output: value.output }
		: undefined;
}

function isPrice(value: unknown): value is number {
	return typeof value === 'number' && value >= 0 && Number.isFinite(value);
}

function positive(value: unknown): number | undefined {
	return typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : undefined;
}
