import type { ChatSettings } from '../shared/draft';
import type { FormValues } from '../shared/inputForm';
import type {
	CodeAction,
	CopyFormat,
	DraftAction,
	FromPage,
	MediaAction,
	RunAction,
} from '../shared/protocol';
import { isRecord } from '../util/isRecord';

const ACTIONS: Readonly<Record<RunAction, true>> = {
	stop: true,
	goOn: true,
	compare: true,
	export: true,
	runAgain: true,
	runWith: true,
	change: true,
	copyCode: true,
	copy: true,
	insert: true,
	replace: true,
	open: true,
	save: true,
	attach: true,
	reveal: true,
	remove: true,
	removeAll: true,
};

const FORMATS: Readonly<Record<CopyFormat, true>> = {
	json: true,
	numpy: true,
	csv: true,
	markdown: true,
	srt: true,
};

const MEDIA_ACTIONS: Readonly<Record<MediaAction, true>> = {
	save: true,
	attach: true,
	open: true,
	load: true,
};
const CODE_ACTIONS: Readonly<Record<CodeAction, true>> = { copy: true, insert: true, apply: true };
const DRAFT_ACTIONS: Readonly<Record<DraftAction, true>> = { show: true, attach: true, model: true };

type Fields = Readonly<Record<string, unknown>>;
type Message<T extends FromPage['type']> = Extract<FromPage, { readonly type: T }>;

const READERS: { readonly [T in FromPage['type']]: (fields: Fields) => Message<T> | undefined } = {
	ready: () => ({ type: 'ready' }),
	start: () => ({ type: 'start' }),
	action: ({ id, action, choice }) =>
		typeof id === 'string' && isKey(ACTIONS, action)
			? { type: 'action', id, action, ...(typeof choice === 'number' && { choice }) }
			: undefined,
	remedy: ({ id, index }) =>
		typeof id === 'string' && typeof index === 'number' ? { type: 'remedy', id, index } : undefined,
	select: ({ id }) => (typeof id === 'string' ? { type: 'select', id } : undefined),
	code: ({ id, action, text }) =>
		typeof id === 'string' && isKey(CODE_ACTIONS, action) && typeof text === 'string'
			? { type: 'code', id, action, text }
			: undefined,
	copyAs: ({ id, format }) =>
		typeof id === 'string' && isKey(FORMATS, format) ? { type: 'copyAs', id, format } : undefined,
	ask: ({ id, place, text, settings }) =>
		typeof id === 'string' && (place === 'after' || place === 'instead') && typeof text === 'string'
			? { type: 'ask', id, place, text, settings: readSettings(settings) }
			: undefined,
	estimate: ({ id, text, settings }) =>
		typeof id === 'string' && typeof text === 'string'
			? { type: 'estimate', id, text, settings: readSettings(settings) }
			: undefined,
	draft: ({ id, action }) =>
		typeof id === 'string' && isKey(DRAFT_ACTIONS, action) ? { type: 'draft', id, action } : undefined,
	detach: ({ id, index }) =>
		typeof id === 'string' && typeof index === 'number' ? { type: 'detach', id, index } : undefined,
	attachImage: ({ id, mimeType, data }) =>
		typeof id === 'string' && typeof mimeType === 'string' && typeof data === 'string'
			? { type: 'attachImage', id, mimeType, data }
			: undefined,
	refuseImage: ({ id, mimeType, why }) =>
		typeof id === 'string' && typeof mimeType === 'string' && (why === 'large' || why === 'unreadable')
			? { type: 'refuseImage', id, mimeType, why }
			: undefined,
	media: ({ id, name, action }) =>
		typeof id === 'string' && typeof name === 'string' && isKey(MEDIA_ACTIONS, action)
			? { type: 'media', id, name, action }
			: undefined,
	link: ({ href }) => (typeof href === 'string' ? { type: 'link', href } : undefined),
	submitForm: fields => readForm('submitForm', fields),
	estimateForm: fields => readForm('estimateForm', fields),
	cancelForm: ({ id }) => (typeof id === 'string' ? { type: 'cancelForm', id } : undefined),
	chooseFile: ({ id, field }) =>
		typeof id === 'string' && typeof field === 'string' ? { type: 'chooseFile', id, field } : undefined,
	refuseFile: ({ id, field, why }) =>
		typeof id === 'string' && typeof field === 'string' && (why === 'large' || why === 'unreadable')
			? { type: 'refuseFile', id, field, why }
			: undefined,
	giveFile: ({ id, field, name, mimeType, data }) =>
		typeof id === 'string' &&
		typeof field === 'string' &&
		typeof mimeType === 'string' &&
		typeof data === 'string'
			? { type: 'giveFile', id, field, mimeType, data, ...(typeof name === 'string' && { name }) }
			: undefined,
};

/** Reads a message of the page's. The page shows text that models wrote, so it is not taken at its word. */
export function readFromPage(value: unknown): FromPage | undefined {
	if (!isRecord(value) || typeof value.type !== 'string' || !Object.hasOwn(READERS, value.type)) {
		return undefined;
	}
	return READERS[value.type as FromPage['type']](value);
}

function readSettings(value: unknown): ChatSettings {
	const { system, parameters, schema, tools } = isRecord(value) ? value : {};
	return {
		...(typeof system === 'string' && { system }),
		...(isRecord(parameters) && { parameters }),
		...(typeof schema === 'string' && { schema }),
		...(typeof tools === 'string' && { tools }),
	};
}

function readForm<T extends 'submitForm' | 'estimateForm'>(type: T, { id, inputs, parameters }: Fields) {
	return typeof id === 'string' && isFormValues(inputs) && isFormValues(parameters)
		? { type, id, inputs, parameters }
		: undefined;
}

function isKey<K extends string>(keys: Readonly<Record<K, true>>, value: unknown): value is K {
	return typeof value === 'string' && Object.hasOwn(keys, value);
}

function isFormValues(value: unknown): value is FormValues {
	return isRecord(value) && Object.values(value).every(isFormValue);
}

function isFormValue(value: unknown): boolean {
	return (
		typeof value === 'string' ||
		typeof value === 'boolean' ||
		(typeof value === 'number' && Number.isFinite(value)) ||
		(Array.isArray(value) && value.every(one => typeof one === 'string'))
	);
}
