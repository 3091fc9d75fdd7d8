import type { KeptOutput } from '../shared/output';
import { TAKEN_ALONG, type TextFileKind } from '../shared/takenAlong';
import { formatOutput } from './formatOutput';
import { outputText } from './outputText';

/** What is written when an answer is saved as text; `extension` without the dot. */
export interface OutputFile {
	readonly extension: TextFileKind;
	readonly text: string;
}

const WRITERS: Readonly<Record<TextFileKind, (output: KeptOutput) => string>> = {
	txt: outputText,
	md: outputText,
	csv: output => formatOutput(output, 'csv'),
	json: output => formatOutput(output, 'json'),
};

/** The text file that an answer is saved as, in the format that fits. Pictures, sounds and films have none: they are files themselves. */
export function outputFile(output: KeptOutput): OutputFile | undefined {
	const extension = TAKEN_ALONG[output.kind].file;
	return extension && { extension, text: WRITERS[extension](output) };
}
