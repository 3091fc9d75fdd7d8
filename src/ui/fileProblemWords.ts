import type { UnreadableReason } from '../tokens/unreadableFile';

const SHORT: Readonly<Record<UnreadableReason, string>> = {
	denied: 'may not be read',
	tooLarge: 'too large',
	notAFile: 'not a file',
	damaged: 'damaged',
	failed: 'cannot be read',
};

const WHOLE: Readonly<Record<UnreadableReason, string>> = {
	denied: 'Its permissions keep you from reading it. It should belong to you, with the mode 600.',
	tooLarge: 'It is far too large for a file of tokens, and was not read.',
	notAFile: 'There is a folder, a device or a pipe of that name, which was not read.',
	damaged:
		'Parts of it could not be understood, and the hf command line may refuse it. Mend it, or sign in again with “hf auth login”.',
	failed: 'Reading it failed. It is tried again with the next look.',
};

/** What is wrong with a file of tokens: in a word or two for a row, and in sentences. */
export function fileProblemWords(reason: UnreadableReason): {
	readonly short: string;
	readonly whole: string;
} {
	return { short: SHORT[reason], whole: WHOLE[reason] };
}
