import type { OutputOf } from '../../shared/output';
import type { Table } from '../../shared/table';
import { isRecord } from '../../util/isRecord';
import { illegalAnswer } from './illegalAnswer';

/**
 * An answer out of a table: `{answer, coordinates: [[row, column]], cells, aggregator}`, or a list of it. `aggregator` is
 * `NONE` or missing where the cells are the answer; the client package refuses an answer without one.
 */
export function readTableAnswer(answer: unknown, { columns, rows }: Table): OutputOf<'table'> {
	const first: unknown = Array.isArray(answer) ? answer[0] : answer;
	if (!isRecord(first) || typeof first.answer !== 'string') {
		throw illegalAnswer('an answer with the cells that it was taken from', answer);
	}
	const coordinates: readonly unknown[] = Array.isArray(first.coordinates) ? first.coordinates : [];
	const cells = coordinates.flatMap(one => {
		const [row, column] = Array.isArray(one) ? (one as readonly unknown[]) : [];
		return typeof row === 'number' && typeof column === 'number' && rows[row]?.[column] !== undefined
			? [[row, column] as const]
			: [];
	});
	const { aggregator } = first;
	return {
		kind: 'table',
		columns,
		rows,
		cells,
		answer: first.answer,
		...(typeof aggregator === 'string' && aggregator !== '' && aggregator !== 'NONE' && { aggregator }),
	};
}
