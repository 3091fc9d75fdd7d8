import type { OutputOf } from '../../shared/output';
import type { Table } from '../../shared/table';
import { illegalAnswer } from './illegalAnswer';

/** What is said of each row, `[5, 5, 7]`, as one more column of the table. Classes may be words; the client package takes numbers only. */
export function readPredictions(answer: unknown, { columns, rows }: Table, title: string): OutputOf<'table'> {
	const list: readonly unknown[] = Array.isArray(answer) ? answer : [];
	const isLegal = list.every(one => typeof one === 'number' || typeof one === 'string');
	if (!isLegal || list.length !== rows.length || rows.length === 0) {
		throw illegalAnswer(`${rows.length} values, one per row`, answer);
	}
	return {
		kind: 'table',
		columns: [...columns, title],
		rows: rows.map((row, at) => [...row, String(list[at])]),
		cells: rows.map((_, row) => [row, columns.length] as const),
	};
}
