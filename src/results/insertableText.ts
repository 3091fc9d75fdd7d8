import type { KeptOutput } from '../shared/output';
import { outputText } from './outputText';

/** What of an output goes into a document: the likeliest sentence or answer where there are several, else all of its text. */
export function insertableText(output: KeptOutput): string {
	if (output.kind === 'fills') {
		return output.fills[0]?.sequence ?? output.text;
	}
	return output.kind === 'answer' ? (output.answers[0]?.text ?? '') : outputText(output);
}
