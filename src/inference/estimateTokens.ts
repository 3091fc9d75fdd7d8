/** Characters of one token in ordinary English and code, about. */
const CHARACTERS = 4;
/** Scripts without spaces between words come to about a token a character. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;
/** What a chat's template adds around each message. */
const TEMPLATE = 4;

/** About how many tokens texts are to a model whose tokenizer is not at hand; each text is a message. */
export function estimateTokens(texts: readonly string[]): number {
	return texts.reduce((sum, text) => {
		const dense = text.match(DENSE)?.length ?? 0;
		return sum + dense + Math.ceil((text.length - dense) / CHARACTERS) + TEMPLATE;
	}, 0);
}
