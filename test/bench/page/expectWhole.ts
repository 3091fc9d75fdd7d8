import { benchAnswer } from '../../hub/models/benchAnswer';
import type { PageEnd } from './probeApi';

/** Throws unless the page shows the end of an answer of so many deltas: what is not shown must not count as fast. */
export function expectWhole({ tail }: PageEnd, deltas: number): void {
	const text = Array.from(benchAnswer(deltas, 0).pieces(), piece => piece.text).join('');
	const words = text.match(/\w+/g) ?? [];
	const shown = tail.match(/\w+/g) ?? [];
	// The last word may be a part of what markdown takes away.
	const last = words.slice(-6, -1).join(' ');
	if (!shown.join(' ').includes(last)) {
		throw new Error(
			`The page does not show the end of ${deltas} deltas, “${last}”, but “${tail.slice(-80)}”.`,
		);
	}
}
