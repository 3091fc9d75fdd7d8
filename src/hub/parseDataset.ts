import { isRecord } from '../util/isRecord';
import type { ColumnStatistics, DatasetRows, DatasetSplit } from './facts';

const LONGEST_VALUE = 300;
const MOST_ROWS = 100;

/** Reads `GET /splits?dataset=…` of the dataset viewer. */
export function parseSplits(answer: unknown): readonly DatasetSplit[] {
	return listOf(answer, 'splits').flatMap(({ config, split }) =>
		typeof config === 'string' && typeof split === 'string' ? [{ config, split }] : [],
	);
}

/** Reads `GET /first-rows?dataset=…&config=…&split=…`. */
export function parseRows(answer: unknown): DatasetRows {
	const columns = listOf(answer, 'features').flatMap(({ name, type }) =>
		typeof name === 'string' ? [{ name, type: typeName(type) }] : [],
	);
	const rows = listOf(answer, 'rows')
		.slice(0, MOST_ROWS)
		.map(({ row }) => columns.map(({ name }) => valueText(isRecord(row) ? row[name] : undefined)));
	return { columns, rows };
}

/** Reads `GET /statistics?dataset=…&config=…&split=…`. */
export function parseStatistics(answer: unknown): readonly ColumnStatistics[] {
	return listOf(answer, 'statistics').flatMap(entry => {
		const { column_name: name, column_type: type, column_statistics: figures } = entry;
		return typeof name === 'string' && typeof type === 'string' && isRecord(figures)
			? [{ name, type, facts: factsOf(figures) }]
			: [];
	});
}

const FIGURES = [
	['nan_count', 'Empty'],
	['min', 'Least'],
	['max', 'Most'],
	['mean', 'Mean'],
	['median', 'Median'],
	['std', 'Deviation'],
	['n_unique', 'Different'],
] as const;

function factsOf(figures: Readonly<Record<string, unknown>>): ColumnStatistics['facts'] {
	const known = FIGURES.flatMap(([key, label]) => {
		const value = figures[key];
		return typeof value === 'number' || typeof value === 'string'
			? [[label, typeof value === 'number' ? rounded(value) : value] as const]
			: [];
	});
	const frequencies = isRecord(figures.frequencies) ? Object.entries(figures.frequencies) : [];
	const common = frequencies
		.filter((entry): entry is [string, number] => typeof entry[1] === 'number')
		.sort(([, one], [, other]) => other - one)
		.slice(0, 5)
		.map(([value, count]) => `${value} (${count})`);
	return common.length === 0 ? known : [...known, ['Most common', common.join(', ')]];
}

function rounded(value: number): string {
	return String(Number.isInteger(value) ? value : Number(value.toPrecision(4)));
}

/** `{dtype: 'string', _type: 'Value'}` is `string`; whatever else there is goes by the name of its kind. */
function typeName(type: unknown): string {
	if (Array.isArray(type)) {
		return `list of ${typeName(type[0])}`;
	}
	if (!isRecord(type)) {
		return 'unknown';
	}
	const { dtype, _type: kind } = type;
	return kind === 'Value' && typeof dtype === 'string' ? dtype : typeof kind === 'string' ? kind : 'struct';
}

function valueText(value: unknown): string {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
	return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

function listOf(answer: unknown, key: string): ReadonlyArray<Readonly<Record<string, unknown>>> {
	const list: unknown = isRecord(answer) ? answer[key] : undefined;
	return Array.isArray(list) ? list.filter(isRecord) : [];
}
