import type { ModelOffer } from './inference';

/** What an offer costs and how fast it is, in words, where that is known. */
export interface OfferFigures {
	readonly price?: string;
	readonly context?: string;
	readonly throughput?: string;
	readonly firstToken?: string;
}

export function offerFigures(offer: ModelOffer): OfferFigures {
	const { pricing, contextLength, throughput, firstTokenLatency } = offer;
	return {
		...(pricing && { price: `${dollars(pricing.input)} in / ${dollars(pricing.output)} out per million` }),
		...(contextLength && { context: contextWords(contextLength) }),
		...(throughput && { throughput: `${Math.round(throughput).toLocaleString('en')} tokens/s` }),
		...(firstTokenLatency && {
			firstToken: `first token after ${(firstTokenLatency / 1000).toFixed(1)} s`,
		}),
	};
}

/** A context length as its makers say it: powers of two in units of 1,024, others in thousands. */
function contextWords(tokens: number): string {
	const unit = tokens % 1000 !== 0 && tokens % 1024 === 0 ? 1024 : 1000;
	const thousands = tokens / unit;
	return thousands >= unit
		? `${trimmed(thousands / unit)}M`
		: thousands >= 1
			? `${trimmed(thousands)}k`
			: String(tokens);
}

/** USD with as many places as it takes to tell small prices apart. */
function dollars(value: number): string {
	return `$${value === 0 ? '0' : value.toFixed(value < 0.1 ? 3 : 2).replace(/(\.\d\d)0$/, '$1')}`;
}

function trimmed(value: number): string {
	return String(Math.round(value * 10) / 10);
}
