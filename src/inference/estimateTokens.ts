/** Characters of one token in ordinary English and code, about. */
const CHARACTERS = 4;
/** Scripts without spaces between words come to about a token a character. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;

/** About how many tokens a text is to a model whose tokenizer is not at hand. */
export function estimateTokens(text: string): number {
	const dense = text.match(DENSE)?.length ?? 0;
	return dense + Math.ceil((text.length - dense) / CHARACTERS);
}
