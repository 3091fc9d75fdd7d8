import { isRecord } from '../util/isRecord';

/** Whether a value is an address as menus give it. */
export function isUri(value: unknown): boolean {
	return isRecord(value) && typeof value.scheme === 'string' && typeof value.path === 'string';
}
