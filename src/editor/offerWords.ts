import type { ModelOffer } from '../inference/inference';
import { compactNumber } from '../util/compactNumber';

/** What a pick list says about an offer: provider, price and context on its line, speed and popularity below it. */
export function offerWords(offer: ModelOffer): { readonly description: string; readonly detail: string } {
	const { provider, pricing, contextLength, throughput, firstTokenLatency, downloads, likes } = offer;
	const { supportsTools, supportsStructuredOutput, takesImages } = offer;
	const description = [
		provider,
		pricing && `${dollars(pricing.input)} in / ${dollars(pricing.output)} out per million`,
		contextLength && `${contextWords(contextLength)} context`,
	];
	const detail = [
		...[supportsTools && 'tools', supportsStructuredOutput && 'JSON', takesImages && 'images'].filter(
			word => typeof word === 'string',
		),
		throughput && `${Math.round(throughput).toLocaleString('en')} tokens/s`,
		firstTokenLatency && `first token after ${(firstTokenLatency / 1000).toFixed(1)} s`,
		downloads && `${compactNumber(downloads)} ${downloads === 1 ? 'download' : 'downloads'}`,
		likes && `${compactNumber(likes)} ${likes === 1 ? 'like' : 'likes'}`,
	];
	return { description: joined(description), detail: joined(detail) };
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

function joined(parts: ReadonlyArray<string | number | undefined>): string {
	return parts.filter(part => part !== undefined && part !== '' && part !== 0).join(' · ');
}
