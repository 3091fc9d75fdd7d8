import type { TokenFormat } from '../tokens/tokenFormat';

const WORDS: Readonly<Record<TokenFormat, string | undefined>> = {
	ok: undefined,
	empty: 'Paste an access token.',
	orgToken:
		'This is an organization’s token, which the Hub has retired. Create a token of your own account instead.',
	notHf: 'This is not a Hugging Face access token: those start with “hf_”.',
	badCharacter: 'There is a character in it that no access token has. Copy it again.',
	tooShort: 'This is too short for an access token. Copy it whole.',
};

/** What is wrong with a shape, as a sentence; nothing if it is good. */
export function formatWords(format: TokenFormat): string | undefined {
	return WORDS[format];
}
