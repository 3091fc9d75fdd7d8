import { judgeRow } from './judgeRow';
import type { Budget, Row, Unit } from './row';
import type { Sample } from './sample';

const HEADER = ['What', 'Ours: median (min–max)', 'n', 'Held against', 'Ratio', 'Budget', ''];

/** The rows as a table in Markdown, its columns padded so that it can be read in a terminal as well. */
export function formatRows(rows: readonly Row[]): string {
	const table = [HEADER, ...rows.map(cells)];
	const widths = HEADER.map((_, column) => Math.max(3, ...table.map(row => row[column]?.length ?? 0)));
	const line = (row: readonly string[]) =>
		`| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
	const [header = [], ...body] = table;
	return [line(header), line(widths.map(width => '-'.repeat(width))), ...body.map(line)].join('\n');
}

function cells(row: Row): string[] {
	const { what, unit, ours, controls = [], budget } = row;
	const { ratio, met } = judgeRow(row);
	return [
		what,
		formatSample(ours, unit),
		String(ours.n),
		controls.map(({ name, sample }) => `${name} ${formatSample(sample, unit)}`).join(' + '),
		ratio === undefined ? '' : ratio.toFixed(2),
		budget ? formatBudget(budget, unit) : '',
		met === undefined ? '' : met ? 'met' : 'MISSED',
	];
}

function formatBudget({ of, most }: Budget, unit: Unit): string {
	switch (of) {
		case 'value':
			return `≤ ${most} ${unit}`;
		case 'difference':
			return `≤ ${most} ${unit} more`;
		case 'ratio':
			return `≤ ${most} ×`;
	}
}

function formatSample({ median, min, max, n }: Sample, unit: Unit): string {
	const range = n > 1 ? ` (${formatNumber(min)}–${formatNumber(max)})` : '';
	return `${formatNumber(median)}${range}${unit === 'count' ? '' : ` ${unit}`}`;
}

/** Three digits that count, or all of a large number. */
function formatNumber(value: number): string {
	if (Math.abs(value) >= 100 || Number.isInteger(value)) {
		return Math.round(value).toLocaleString('en-US');
	}
	return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}
