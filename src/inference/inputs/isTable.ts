import type { Table } from '../../shared/table';
import { isRecord } from '../../util/isRecord';
import { isTexts } from './isTexts';

export function isTable(value: unknown): value is Table {
	if (!isRecord(value) || !isTexts(value.columns) || !Array.isArray(value.rows)) {
		return false;
	}
	const width = value.columns.length;
	return value.rows.every(row => isTexts(row) && row.length === width);
}
