import type { KeptOutput, OutputKind } from '../shared/output';
import { formatOutput } from './formatOutput';
import { outputText } from './outputText';

/** What is written when an answer is saved as text; `extension` without the dot. */
export interface OutputFile {
	readonly extension: string;
	readonly text: string;
}

type Writer = (output: KeptOutput) => OutputFile;

const plain: Writer = output => ({ extension: 'txt', text: outputText(output) });
const csv: Writer = output => ({ extension: 'csv', text: formatOutput(output, 'csv') });
const json: Writer = output => ({ extension: 'json', text: formatOutput(output, 'json') });

const WRITERS: Readonly<Record<OutputKind, Writer>> = {
	text: plain,
	chat: output => ({ extension: 'md', text: outputText(output) }),
	labels: csv,
	spans: csv,
	fills: csv,
	answer: csv,
	vector: json,
	similarity: json,
	table: csv,
	image: plain,
	boxes: csv,
	masks: csv,
	audio: plain,
	transcript: plain,
	video: plain,
	json,
};

/** The text file that an answer is saved as, in the format that fits. Pictures, sounds and films are saved as they are. */
export function outputFile(output: KeptOutput): OutputFile {
	return WRITERS[output.kind](output);
}
