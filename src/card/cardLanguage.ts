import type { CardVerdict } from '../hub/facts';
import type { RepoType } from '../shared/repoType';
import { readCard, type CardDocument } from './cardDocument';
import type { CardFinding } from './cardFinding';
import { cardReferences, type CardReference } from './cardReferences';
import { cardType } from './cardType';
import { checkCard } from './checkCard';
import { targetKey, type Broken } from './checkReferences';
import { completeCard, type CardCompletion } from './completeCard';
import { hoverCard, type CardHover } from './hoverCard';
import { hubVerdict } from './hubVerdict';

/** What was found out about a card by asking. It is true for as long as what it is about stands in the card. */
export interface CardAnswers {
	readonly broken: ReadonlyMap<string, Broken>;
	/** What the Hub said, and of which front matter. */
	readonly verdict?: { readonly yaml: string; readonly said: CardVerdict };
}

/** A card as it is written: its text, and the type of the repo that its folder is a clone of. */
export interface CardText {
	readonly text: string;
	readonly clone: RepoType | undefined;
	readonly hub: string;
}

/** Everything that there is to say about a card. Nothing for a README that is none. */
export function cardFindings({ text, clone, hub }: CardText, answers?: CardAnswers): readonly CardFinding[] {
	const known = knownCard(text, clone);
	if (!known) {
		return [];
	}
	const { card, type } = known;
	const broken = answers?.broken;
	const references = broken
		? cardReferences(text, type, hub).flatMap(reference => brokenReference(text, reference, broken))
		: [];
	const verdict = answers?.verdict;
	const isSame = verdict?.yaml === text.slice(card.span.from, card.span.to);
	return [
		...checkCard(card, type),
		...references,
		...(verdict && isSame ? hubVerdict(card, verdict.said) : []),
	];
}

function brokenReference(
	text: string,
	{ from, to, target }: CardReference,
	broken: ReadonlyMap<string, Broken>,
): readonly CardFinding[] {
	const found = broken.get(targetKey(target));
	if (!found) {
		return [];
	}
	const { message, instead } = found;
	const written = text.slice(from, to);
	const mended =
		instead === undefined || target.kind !== 'repo'
			? written
			: written.replace(target.repo.id, () => instead);
	const fixes = mended === written ? [] : [{ title: `Change to “${instead ?? ''}”`, from, to, text: mended }];
	return [{ from, to, severity: 'warning', message, fixes }];
}

export function cardCompletions({ text, clone }: CardText, offset: number): readonly CardCompletion[] {
	const fields = readCard(text)?.entries.map(({ name }) => name) ?? [];
	// Whoever asks for help in the front matter of a README means a card, however little of it is there.
	return completeCard(text, offset, cardType(fields, clone) ?? 'model');
}

export function cardHover({ text, clone }: CardText, offset: number): CardHover | undefined {
	const known = knownCard(text, clone);
	return known && hoverCard(known.card, offset, known.type);
}

/** The front matter, and whose card it is. Nothing for a README that is no card. */
export function knownCard(
	text: string,
	clone: RepoType | undefined,
): { readonly card: CardDocument; readonly type: RepoType } | undefined {
	const card = readCard(text);
	const type =
		card &&
		cardType(
			card.entries.map(({ name }) => name),
			clone,
		);
	return card && type && { card, type };
}
