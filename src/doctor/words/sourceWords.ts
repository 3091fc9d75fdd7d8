import type { Wrapping } from '../../tokens/wrappingOf';
import type { TokenFormat } from '../../tokens/tokenFormat';
import { originWords, usedWords } from '../../ui/tokenWords';
import { good, note, trouble, warning, type WordTable } from '../findingWords';
import type { SourceFinding } from '../findings/sourceFinding';
import { ADD_TOKEN, aboutVariable, CREATE_TOKEN, SWITCH_TOKEN } from '../remedies';

const WRAPPINGS: Readonly<Record<Wrapping, string>> = {
	blanks: 'blanks',
	lineBreaks: 'line breaks',
	quotes: 'quotes',
	invisible: 'invisible characters',
	assignment: 'the name of a variable',
	bearer: 'the word “Bearer”',
};

const FORMATS: Readonly<Record<Exclude<TokenFormat, 'ok'>, string>> = {
	empty: 'Nothing is left of it without the blanks and quotes around it.',
	orgToken:
		'It is an organization’s token, which the Hub has retired. Create a token of your own account instead.',
	notHf: 'Access tokens start with “hf_”. It is not sent anywhere.',
	badCharacter: 'There is a character in it that no access token has. Copy it again.',
	tooShort: 'It is too short. Copy it whole.',
};

export const SOURCE_WORDS: WordTable<SourceFinding> = {
	'sources.used': ({ resolution }) => good('It is clear which token is used here.', usedWords(resolution)),
	'sources.none': ({ passedOver }) =>
		passedOver > 0
			? trouble(
					'No token is used here.',
					'There are tokens on this machine, and none of them is chosen. Choose one to use it here.',
					SWITCH_TOKEN,
					ADD_TOKEN,
				)
			: trouble(
					'There is no access token.',
					'Without one, only what is public can be seen, and no model can be run. Add a token, or create one on the Hub first.',
					ADD_TOKEN,
					CREATE_TOKEN,
				),
	'sources.conflict': ({ used, other }) =>
		warning(
			`${capital(originWords(other))} is another token than the one used here.`,
			`Here it is ${originWords(used)}; programs in a terminal or a notebook take ${originWords(other)}, with another account or other permissions perhaps.`,
			SWITCH_TOKEN,
		),
	'sources.same': ({ used, other }) =>
		good(
			`${capital(originWords(other))} is the same token.`,
			`Programs in a terminal or a notebook use what is used here, ${originWords(used)}.`,
		),
	'sources.wrapped': ({ origin, wrappings }) =>
		warning(
			`Something stands around the token in ${originWords(origin)}.`,
			`It comes with ${list(wrappings.map(wrapping => WRAPPINGS[wrapping]))}. That is taken off here; other programs may send it along and be refused. ${clean(origin.kind)}`,
			...(origin.kind === 'environment' ? [aboutVariable('HF_TOKEN')] : []),
		),
	'sources.malformed': ({ origin, format }) =>
		trouble(
			`${capital(originWords(origin))} does not hold an access token.`,
			`${FORMATS[format]} ${clean(origin.kind)}`,
			ADD_TOKEN,
			CREATE_TOKEN,
		),
	'sources.unreadable': ({ path }) =>
		note(
			'A file of tokens cannot be read.',
			`${path} is there, and cannot be read. Correct its permissions, or sign in with “hf auth login” again.`,
		),
};

function clean(kind: 'vault' | 'environment' | 'cli' | 'stored'): string {
	switch (kind) {
		case 'environment':
			return 'Correct the variable where it is set, and start VS Code again.';
		case 'cli':
		case 'stored':
			return 'Sign in with “hf auth login” again.';
		case 'vault':
			return 'Replace it.';
	}
}

function list(words: readonly string[]): string {
	return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
