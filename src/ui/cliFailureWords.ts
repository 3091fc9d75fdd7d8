import type { CliFailure } from '../shared/problem';

const WORDS: Readonly<Record<CliFailure, string>> = {
	locked: 'The hf command line is at work on its tokens. Wait until it has finished, then try again.',
	denied: 'Its file or folder may not be written to. Check who owns it, then try again.',
	full: 'The disk is full. Free some space, then try again.',
	damaged: 'Its list of tokens is damaged, and writing it would lose what cannot be read. Mend it first.',
	changed: 'Another program has changed the file meanwhile. Try again.',
	tooLarge: 'The file is far too large for one of tokens.',
	notAFile: 'There is a folder or a device where the file should be.',
	failed: 'Its file could not be read or written.',
};

/** Why the files of the `hf` command line were not changed, and what helps. */
export function cliFailureWords(reason: CliFailure): string {
	return WORDS[reason];
}
