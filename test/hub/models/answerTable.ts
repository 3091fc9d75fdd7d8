import { contentWords } from './text';

/** Columns by name; every column has as many cells as there are rows. */
export type Table = Readonly<Record<string, readonly string[]>>;

export interface TableAnswer {
	readonly answer: string;
	/** Row and column of each cell that the answer was made from. */
	readonly coordinates: ReadonlyArray<readonly [row: number, column: number]>;
	readonly cells: readonly string[];
	readonly aggregator: 'NONE' | 'AVERAGE' | 'SUM' | 'COUNT';
}

const aggregators = [
	['AVERAGE', /\b(?:average|mean)\b/i],
	['SUM', /\b(?:sum|total|altogether)\b/i],
	['COUNT', /\bhow many\b|\bcount\b|\bnumber of\b/i],
] as const;

/** The column that the question names with most words; else the last one. */
function askedColumn(question: readonly string[], columns: readonly string[]): number {
	const shared = columns.map(name => contentWords(name).filter(word => question.includes(word)).length);
	const most = Math.max(...shared);
	return most > 0 ? shared.indexOf(most) : columns.length - 1;
}

/** Answers from the rows that the question mentions (all, if it mentions none) and the column that it names. */
export function answerTable(question: string, table: Table): TableAnswer {
	const columns = Object.keys(table);
	const asked = contentWords(question);
	const column = askedColumn(asked, columns);
	const count = table[columns[0] ?? '']?.length ?? 0;
	const rows = [...Array(count).keys()];
	const mentioned = rows.filter(row =>
		columns.some((name, index) => {
			const cell = contentWords(table[name]?.[row] ?? '');
			return index !== column && cell.length > 0 && cell.every(word => asked.includes(word));
		}),
	);
	const chosen = mentioned.length > 0 ? mentioned : rows;
	const cells = chosen.map(row => table[columns[column] ?? '']?.[row] ?? '');
	const aggregator = aggregators.find(([, pattern]) => pattern.test(question))?.[0] ?? 'NONE';
	return {
		answer: aggregator === 'NONE' ? cells.join(', ') : `${aggregator} > ${cells.join(', ')}`,
		coordinates: chosen.map(row => [row, column] as const),
		cells,
		aggregator,
	};
}
