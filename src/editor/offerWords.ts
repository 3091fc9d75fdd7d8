import type { ModelOffer } from '../inference/inference';
import { offerFigures } from '../inference/offerFigures';
import { compactNumber } from '../util/compactNumber';

/** What a pick list says about an offer: provider, price and context on its line, speed and popularity below it. */
export function offerWords(offer: ModelOffer): { readonly description: string; readonly detail: string } {
	const { provider, downloads, likes } = offer;
	const { supportsTools, supportsStructuredOutput, takesImages } = offer;
	const { price, context, throughput, firstToken } = offerFigures(offer);
	const description = [provider, price, context && `${context} context`];
	const detail = [
		...[supportsTools && 'tools', supportsStructuredOutput && 'JSON', takesImages && 'images'].filter(
			word => typeof word === 'string',
		),
		throughput,
		firstToken,
		downloads && `${compactNumber(downloads)} ${downloads === 1 ? 'download' : 'downloads'}`,
		likes && `${compactNumber(likes)} ${likes === 1 ? 'like' : 'likes'}`,
	];
	return { description: joined(description), detail: joined(detail) };
}

function joined(parts: ReadonlyArray<string | number | undefined>): string {
	return parts.filter(part => part !== undefined && part !== '' && part !== 0).join(' · ');
}
