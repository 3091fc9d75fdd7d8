import type { Wrapping } from '../../tokens/wrappingOf';
import type { TokenFormat } from '../../tokens/tokenFormat';
import type { SourceOrigin } from '../../tokens/sourceFacts';
import { fileProblemWords } from '../../ui/fileProblemWords';
import type { Remedy } from '../../ui/remedy';
import { originWords, sourceWords, usedWords } from '../../ui/tokenWords';
import { good, note, trouble, warning, type WordTable } from '../findingWords';
import type { Programs, SourceFinding } from '../findings/sourceFinding';
import {
	ABOUT_HF_LOGIN,
	ADD_TOKEN,
	aboutVariable,
	CHECK_TOKENS,
	CREATE_TOKEN,
	GIVE_TO_TERMINALS,
	IMPORT_TOKENS,
	SWITCH_TOKEN,
} from '../remedies';
import { capital } from '../../util/capital';

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

const PROGRAMS: Readonly<Record<Programs, string>> = {
	terminals: 'programs in a terminal',
	notebooks: 'notebooks',
	both: 'programs in a terminal or a notebook',
};

/** How a value is put right, by where it stands. */
const CLEAN: Readonly<Record<SourceOrigin['kind'], { readonly sentence: string; readonly remedy: Remedy }>> =
	{
		environment: {
			sentence: 'Correct the variable where it is set, and start VS Code again.',
			remedy: aboutVariable('HF_TOKEN'),
		},
		cli: { sentence: 'Sign in with “hf auth login” again.', remedy: ABOUT_HF_LOGIN },
		stored: { sentence: 'Sign in with “hf auth login” again.', remedy: ABOUT_HF_LOGIN },
		envFile: { sentence: 'Correct the line in the file.', remedy: IMPORT_TOKENS },
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
	'sources.conflict': ({ programs, used, other }) =>
		warning(
			`${capital(sourceWords(other))} is another token than the one used here.`,
			`Here it is ${originWords(used)}; ${PROGRAMS[programs]} take ${sourceWords(other)}, with another account or other permissions perhaps.`,
			...(programs === 'notebooks' ? [] : [GIVE_TO_TERMINALS]),
			...(other.kind === 'envFile' ? [IMPORT_TOKENS] : []),
			SWITCH_TOKEN,
		),
	'sources.same': ({ programs, used, other }) =>
		good(
			`${capital(sourceWords(other))} is the same token.`,
			`${capital(PROGRAMS[programs])} take what is used here, ${originWords(used)}.`,
		),
	'sources.unknown': ({ programs, used, other }) =>
		note(
			`Whether ${sourceWords(other)} is the token used here is not known.`,
			`${capital(PROGRAMS[programs])} take it. ${capital(originWords(used))} could not be read to compare the two; what keeps it from being read is told below.`,
			CHECK_TOKENS,
		),
	'sources.given': ({ used }) =>
		good(
			'Terminals are given the token used here.',
			`New terminals of this workspace have ${originWords(used)} as HF_TOKEN.`,
		),
	'sources.envFile': ({ origin, isUsed }) =>
		note(
			`A token lies in ${origin.path}.`,
			`${isUsed === undefined ? '' : `It is ${isUsed ? '' : 'not '}the one used here. `}${origin.variable} stands there in plain text, for everybody who can read the folder. Import it into the keyring, and delete it there if nothing else needs it.`,
			IMPORT_TOKENS,
		),
	'sources.wrapped': ({ origin, wrappings }) =>
		warning(
			`Something stands around the token in ${sourceWords(origin)}.`,
			`It comes with ${list(wrappings.map(wrapping => WRAPPINGS[wrapping]))}. That is taken off here; other programs may send it along and be refused. ${CLEAN[origin.kind].sentence}`,
			CLEAN[origin.kind].remedy,
		),
	'sources.malformed': ({ origin, format }) =>
		(isInForce(origin) ? trouble : note)(
			`${capital(sourceWords(origin))} does not hold an access token.`,
			`${FORMATS[format]} ${CLEAN[origin.kind].sentence}`,
			ADD_TOKEN,
			CREATE_TOKEN,
		),
	'sources.unreadable': ({ path, reason }) =>
		note(
			`A file of tokens ${reason === 'damaged' ? 'is damaged' : 'cannot be read'}.`,
			`The file is ${path}. ${fileProblemWords(reason).whole}`,
			ADD_TOKEN,
			ABOUT_HF_LOGIN,
		),
};

/** What the command line has only stored, and a placeholder in a file, are in nobody's way. */
function isInForce({ kind }: SourceOrigin): boolean {
	return kind === 'environment' || kind === 'cli';
}

function list(words: readonly string[]): string {
	return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
