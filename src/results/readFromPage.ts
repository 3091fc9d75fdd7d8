import type { FromPage, RunAction } from '../shared/protocol';
import { isRecord } from '../util/isRecord';

const ACTIONS: Readonly<Record<RunAction, true>> = {
	stop: true,
	runAgain: true,
	runWith: true,
	copy: true,
	insert: true,
	replace: true,
	open: true,
	reveal: true,
	remove: true,
};

type Fields = Readonly<Record<string, unknown>>;
type Message<T extends FromPage['type']> = Extract<FromPage, { readonly type: T }>;

const READERS: { readonly [T in FromPage['type']]: (fields: Fields) => Message<T> | undefined } = {
	ready: () => ({ type: 'ready' }),
	start: () => ({ type: 'start' }),
	action: ({ id, action }) =>
		typeof id === 'string' && isAction(action) ? { type: 'action', id, action } : undefined,
	remedy: ({ id, index }) =>
		typeof id === 'string' && typeof index === 'number' ? { type: 'remedy', id, index } : undefined,
	select: ({ id }) => (typeof id === 'string' ? { type: 'select', id } : undefined),
	code: ({ id, action, text }) =>
		typeof id === 'string' && (action === 'copy' || action === 'insert') && typeof text === 'string'
			? { type: 'code', id, action, text }
			: undefined,
	link: ({ href }) => (typeof href === 'string' ? { type: 'link', href } : undefined),
};

/** Reads a message of the page's. The page shows text that models wrote, so it is not taken at its word. */
export function readFromPage(value: unknown): FromPage | undefined {
	if (!isRecord(value) || typeof value.type !== 'string' || !Object.hasOwn(READERS, value.type)) {
		return undefined;
	}
	return READERS[value.type as FromPage['type']](value);
}

function isAction(value: unknown): value is RunAction {
	return typeof value === 'string' && Object.hasOwn(ACTIONS, value);
}
