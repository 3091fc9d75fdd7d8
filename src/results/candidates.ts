import type { KeptOutput, OutputKind } from '../shared/output';
import { codeBlocks, isOneCodeBlock } from './codeBlocks';
import { insertableText } from './insertableText';
import { outputText } from './outputText';

/** A text that can take the place of the input. */
export interface Candidate {
	readonly kind: 'code' | 'answer';
	readonly text: string;
	/** As the model wrote it after the fence; empty for a whole answer. */
	readonly language: string;
}

/** What can take the input's place: the only code block, else each of them and the whole answer. */
export function candidates(output: KeptOutput, choice?: number): readonly Candidate[] {
	const answer: Candidate = { kind: 'answer', text: insertableText(output, choice), language: '' };
	if (output.kind !== 'chat') {
		return [answer];
	}
	const blocks = codeBlocks(output.content).map(({ code, language }): Candidate => ({
		kind: 'code',
		text: code,
		language,
	}));
	return blocks.length === 1 ? blocks : [...blocks, answer];
}

/** Whose text is JSON. */
const IN_JSON: ReadonlySet<OutputKind> = new Set(['json', 'vector', 'vectors']);

/** The document that an answer is opened as: the code itself where it is nothing else, markdown for other chat answers, JSON. */
export function asDocument(output: KeptOutput): Candidate & { readonly isMarkdown: boolean } {
	const [only] = candidates(output);
	if (output.kind === 'chat' && only?.kind === 'code' && isOneCodeBlock(output.content)) {
		return { ...only, isMarkdown: false };
	}
	const language = IN_JSON.has(output.kind) ? 'json' : '';
	return { kind: 'answer', text: outputText(output), language, isMarkdown: output.kind === 'chat' };
}
