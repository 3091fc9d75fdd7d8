import type { KeptOutput, OutputKind } from '../shared/output';
import type { PageContext } from './pageContext';
import type { Look } from './pageMemory';

/** The kinds of output that have several words or answers, and under which name the chosen one is remembered. */
const PARTS: Partial<Readonly<Record<OutputKind, string>>> = { fills: 'fill', answer: 'answer' };

/** Where the place of the chosen word or answer is kept; nothing where there is nothing to choose. */
export function choiceLook(
	{ memory }: PageContext,
	id: string,
	output: KeptOutput | undefined,
): Look | undefined {
	const part = output && PARTS[output.kind];
	return part === undefined ? undefined : memory.look(id, part);
}
