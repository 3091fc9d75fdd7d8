import type { Attachment } from '../inference/runRequest';
import type { KeptOutput, MediaFile } from '../shared/output';
import type { TextFileKind } from '../shared/takenAlong';
import { fileName } from './fileName';
import { goesAlong } from './goesAlong';
import { outputFile } from './outputFile';

/** An answer as it goes along with a question: as it is, or as the file of its run that holds the picture. */
export type AnswerAttachment =
	| { readonly attachment: Attachment & { readonly kind: 'text' } }
	| { readonly picture: MediaFile; readonly name: string };

const LANGUAGES: Readonly<Record<TextFileKind, string>> = {
	txt: 'plaintext',
	md: 'markdown',
	csv: 'csv',
	json: 'json',
};

/** What goes along of an answer, in the format that fits; nothing of sounds, films and pictures that chat models do not take. */
export function answerAttachment(output: KeptOutput, title: string): AnswerAttachment | undefined {
	const way = goesAlong(output);
	if (typeof way === 'object') {
		const { picture } = way;
		return { picture, name: fileName(title, picture.name.split('.').at(-1) ?? 'png') };
	}
	const file = way && outputFile(output);
	if (!file) {
		return undefined;
	}
	const { extension, text } = file;
	const name = fileName(title, extension);
	return { attachment: { kind: 'text', name, languageId: LANGUAGES[extension], text } };
}
