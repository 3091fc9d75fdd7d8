import type { ModelOffer } from '../inference/inference';
import { isPolicy } from '../inference/policies';
import type { AttachmentView } from '../shared/draft';

/** The offers among which a run's provider will be: all of them for a policy. */
export function offersFor(offers: readonly ModelOffer[], provider: string): readonly ModelOffer[] {
	return isPolicy(provider) ? offers : offers.filter(offer => offer.provider === provider);
}

/** The longest answer that any of these could give: its context, as nobody tells more. */
export function longestAnswer(offers: readonly ModelOffer[]): number | undefined {
	const lengths = offers.flatMap(({ contextLength }) => contextLength ?? []);
	return lengths.length === 0 ? undefined : Math.max(...lengths);
}

/** What a model cannot do, or nobody says that it can, of what it is given or may be asked here. */
export function draftHints(
	offers: readonly ModelOffer[],
	attachments: readonly AttachmentView[],
): readonly string[] {
	if (offers.length === 0) {
		return [];
	}
	const none = (can: (offer: ModelOffer) => boolean | undefined) =>
		offers.every(offer => can(offer) === false);
	const hasImage = attachments.some(({ kind }) => kind === 'image');
	return [
		hasImage && none(({ takesImages }) => takesImages) && 'This model takes no pictures.',
		none(({ supportsStructuredOutput }) => supportsStructuredOutput ?? false) &&
			'This provider does not say that it keeps answers to a schema; they are checked here all the same.',
		none(({ supportsTools }) => supportsTools ?? false) &&
			'This provider does not say that it supports tools.',
	].filter(hint => typeof hint === 'string');
}
