import Papa from 'papaparse';
import type { Table } from '../shared/table';
import { isRecord } from '../util/isRecord';

/**
 * A table in a text: CSV, TSV and the like with their names of columns in the first line, or JSON: a list of objects, a list of lists, or
 * an object of columns. Cells are texts; short rows are filled up. Nothing where it is none.
 */
export function parseTable(text: string): Table | undefined {
	const table = fromJson(text) ?? fromCsv(text);
	return table && table.columns.length > 0 && table.rows.length > 0 ? table : undefined;
}

function fromCsv(text: string): Table | undefined {
	const { data } = Papa.parse<string[]>(text.trim(), { skipEmptyLines: 'greedy' });
	const [columns, ...rows] = data;
	return columns && tableOf(columns, rows);
}

function fromJson(text: string): Table | undefined {
	const value = parsed(text);
	if (Array.isArray(value)) {
		return value.every(isRecord)
			? fromObjects(value)
			: value.every(Array.isArray)
				? fromLists(value)
				: undefined;
	}
	return isRecord(value) && Object.values(value).every(Array.isArray)
		? fromColumns(value as Readonly<Record<string, readonly unknown[]>>)
		: undefined;
}

function fromObjects(objects: ReadonlyArray<Readonly<Record<string, unknown>>>): Table {
	const columns = [...new Set(objects.flatMap(Object.keys))];
	return tableOf(
		columns,
		objects.map(object => columns.map(column => object[column])),
	);
}

function fromLists(lists: ReadonlyArray<readonly unknown[]>): Table | undefined {
	const [columns, ...rows] = lists;
	return columns && tableOf(columns, rows);
}

function fromColumns(columns: Readonly<Record<string, readonly unknown[]>>): Table {
	const lists = Object.values(columns);
	const length = Math.max(0, ...lists.map(list => list.length));
	return tableOf(
		Object.keys(columns),
		Array.from(Array(length).keys(), row => lists.map(list => list[row])),
	);
}

/** Columns without a name, or with one that there is already, get one; cells beyond the columns are left out. */
function tableOf(names: readonly unknown[], rows: ReadonlyArray<readonly unknown[]>): Table {
	const columns: string[] = [];
	for (const [at, name] of names.entries()) {
		const wanted = cell(name) || `Column ${at + 1}`;
		columns.push(columns.includes(wanted) ? `${wanted} (${at + 1})` : wanted);
	}
	return { columns, rows: rows.map(row => columns.map((_, at) => cell(row[at]))) };
}

function cell(value: unknown): string {
	return value === undefined || value === null
		? ''
		: typeof value === 'string'
			? value.trim()
			: (JSON.stringify(value) ?? '');
}

function parsed(text: string): unknown {
	try {
		return /^\s*[[{]/.test(text) ? (JSON.parse(text) as unknown) : undefined;
	} catch {
		return undefined;
	}
}
