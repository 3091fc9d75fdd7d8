import { isTexts } from '../inputs/isTexts';
import type { InputValues } from '../inputs/inputValue';

/** The sentence that a label stands in where the user has given none, as the pipelines of Transformers have it. */
const USUAL_SENTENCE = 'This example is {}.';

/** What a model reads to say which labels fit a text: for each label the whole text, and a sentence with the label. */
export function pairsOfZeroShot(
	{ text, labels }: InputValues,
	{ hypothesis_template: template }: Readonly<Record<string, unknown>>,
): readonly string[] {
	if (typeof text !== 'string' || text === '' || !isTexts(labels)) {
		return [];
	}
	const sentence = typeof template === 'string' && template !== '' ? template : USUAL_SENTENCE;
	return labels.flatMap(label => [text, sentence.replace('{}', () => label)]);
}
