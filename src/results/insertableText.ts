import type { KeptOutput } from '../shared/output';
import { outputText } from './outputText';

/**
 * What of an output is taken elsewhere: of several sentences or answers the one at the place `choice`, by default the
 * likeliest, else all of its text.
 */
export function insertableText(output: KeptOutput, choice = 0): string {
	if (output.kind === 'fills') {
		return (output.fills[choice] ?? output.fills[0])?.sequence ?? output.text;
	}
	return output.kind === 'answer'
		? ((output.answers[choice] ?? output.answers[0])?.text ?? '')
		: outputText(output);
}
