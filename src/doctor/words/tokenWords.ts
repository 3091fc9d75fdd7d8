import { roleWords } from '../../ui/tokenWords';
import { wordProblemWithoutRun } from '../../ui/wordProblemWithoutRun';
import { localDate, localTime } from '../../util/localTime';
import { good, note, trouble, warning, type WordTable } from '../findingWords';
import type { TokenFinding } from '../findings/tokenFinding';
import type { TokenPlace } from '../placeOf';
import {
	ADD_TOKEN,
	CHECK_TOKENS,
	CREATE_TOKEN,
	insteadOf,
	onToken,
	SIGN_IN,
	SWITCH_TOKEN,
} from '../remedies';
import { capital } from '../../util/capital';

/** What is to be done about a token that does not work any more, by where it lies. */
const INSTEAD: Readonly<Record<TokenPlace, string>> = {
	vault: 'Create a new one on the Hub and put it in its place.',
	environment:
		'Create a new one on the Hub, and set the variable to it where VS Code is started, or add it here.',
	cli: 'The command line renews its own sign-ins when it is used: run “hf auth whoami” in a terminal. Otherwise sign in there again with “hf auth login”, or add a token here.',
	envFile: 'Create a new one on the Hub and write it into the file, or take the line out of it.',
};

const SIGN_IN_ENDED =
	'It cannot be renewed any more: it was not used for long, or access was taken back on the Hub. Sign in again; the token keeps its place.';

export const TOKEN_WORDS: WordTable<TokenFinding> = {
	'tokens.none': () =>
		note('There is no token to check.', 'Add one, or create one on the Hub first.', ADD_TOKEN, CREATE_TOKEN),
	'tokens.works': ({ name, role, abilities, checkedAt }) =>
		good(
			`The Hub takes ${name}.`,
			`It is a ${roleWords(role)} token; it may: ${abilities}. Checked ${localTime(checkedAt)}.`,
		),
	'tokens.refused': ({ name, tokenId, place }) =>
		trouble(
			`The Hub refuses ${name}.`,
			`It is unknown there: it was mistyped, deleted or revoked. ${INSTEAD[place]}`,
			...insteadOf({ tokenId, place }),
		),
	'tokens.expired': ({ name, tokenId, place }) =>
		trouble(`${capital(name)} has expired.`, INSTEAD[place], ...insteadOf({ tokenId, place })),
	'tokens.signInEnded': ({ name }) =>
		trouble(`The sign-in of ${name} is over.`, SIGN_IN_ENDED, SIGN_IN, SWITCH_TOKEN),
	'tokens.storedRefused': ({ name, section }) =>
		note(
			`The Hub refuses ${name}.`,
			`It was deleted or revoked there, or has expired. It is not in use; “hf auth logout --token-name ${section}” takes it out of the command line’s list.`,
		),
	'tokens.expiresSoon': ({ name, tokenId, place, expiresAt, days }) =>
		warning(
			`${capital(name)} ends ${days === 1 ? 'within a day' : `in ${days} days`}.`,
			`It is good until ${localTime(expiresAt)}. Replace it before that.`,
			...insteadOf({ tokenId, place }),
		),
	'tokens.old': ({ name, tokenId, since, days }) =>
		note(
			`${capital(name)} is ${days} days old.`,
			`It was created on ${localDate(since)}. A token that is replaced now and then is worth less to whoever finds it.`,
			...(tokenId === undefined ? [] : insteadOf({ tokenId, place: 'vault' })),
		),
	'tokens.unreadable': ({ name, tokenId, problem }) =>
		trouble(
			`The value of ${name} cannot be read.`,
			wordProblemWithoutRun(problem).explanation,
			onToken('Replace Token…', 'hfWorkbench.replaceToken', tokenId),
		),
	'tokens.unchecked': ({ name, problem, checkedAt }) => {
		const { title, explanation, remedies } = wordProblemWithoutRun(problem);
		const before =
			checkedAt === undefined ? '' : ` It worked when it was last checked, ${localTime(checkedAt)}.`;
		return warning(
			`${capital(name)} could not be checked.`,
			`${title} ${explanation} That says nothing about the token.${before}`,
			...remedies,
			CHECK_TOKENS,
		);
	},
	'tokens.keyringWorks': () =>
		good('The keyring works.', 'A value was written to it, read back, and deleted again.'),
	'tokens.unlisted': ({ count }) =>
		note(
			`The keyring has ${count === 1 ? 'a token that is' : `${count} tokens that are`} on no list here.`,
			'The editor has one keyring for all of its profiles, and a list of tokens for each. They are of another profile, or of a list that was damaged.',
			{ label: 'Recover Tokens…', command: 'hfWorkbench.recoverTokens' },
		),
	'tokens.keyringFails': ({ detail }) =>
		trouble(
			'The keyring does not work.',
			`${sentence(detail)} Tokens cannot be kept there. Unlock or install a keyring; until then, a token can be kept in this window’s memory only, and is gone when the window closes.`,
			{ label: 'Add Token for This Window…', command: 'hfWorkbench.addSessionToken' },
			{
				label: 'About Keyrings',
				url: 'https://code.visualstudio.com/docs/configure/settings-sync#_troubleshooting-keychain-issues',
			},
		),
	'tokens.sessionOnly': ({ names }) =>
		note(
			'Some tokens are kept for this window only.',
			`${names.join(', ')}: in memory, not in the keyring, and gone when this window closes or reloads. Once the keyring works, add ${names.length === 1 ? 'it' : 'them'} again to keep ${names.length === 1 ? 'it' : 'them'}.`,
			ADD_TOKEN,
		),
};

function sentence(text: string): string {
	return /[.!?…]$/.test(text) ? text : `${text}.`;
}
