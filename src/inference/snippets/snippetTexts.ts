import { getModelInputSnippet, type ModelDataMinimal } from '@huggingface/tasks';
import type { Table } from '../../shared/table';
import { isRecord } from '../../util/isRecord';
import { givenInputs } from '../inputs/givenInputs';
import { isFileInput } from '../inputs/isFileInput';
import { isTable } from '../inputs/isTable';
import { isTexts } from '../inputs/isTexts';
import type { RunRequest } from '../runRequest';
import type { SnippetText } from './fillSnippet';

/** The labels that the generator's templates have built in. */
const LABELS = ['["refund", "legal", "faq"]', '["cat", "dog", "llama"]'];

/** The examples in generated code, and what the run was given instead. */
export function snippetTexts(data: ModelDataMinimal, request: RunRequest): readonly SnippetText[] {
	const example = getModelInputSnippet(data);
	if (typeof example !== 'string') {
		return [];
	}
	const given = givenInputs(request);
	const { labels, more, sentences, table, text } = given;
	if (isTexts(sentences)) {
		const [source = '', ...others] = sentences;
		return [{ from: example, to: JSON.stringify({ source_sentence: source, sentences: others }, null, 4) }];
	}
	if (isTexts(more) && typeof text === 'string') {
		return [{ from: example, to: JSON.stringify([text, ...more]) }];
	}
	const parsed = parse(example.replace(/^'|'$/g, ''));
	if (isTable(table) && parsed && isRecord(parsed.table)) {
		return [
			{ from: JSON.stringify(parsed.table), to: JSON.stringify(columnsOf(table)) },
			...fields(parsed, given),
		];
	}
	if (isTable(table)) {
		return [{ from: example, to: JSON.stringify(columnsOf(table)) }];
	}
	return [
		...(isTexts(labels) ? LABELS.map(from => ({ from, to: JSON.stringify(labels) })) : []),
		...(parsed ? fields(parsed, given) : whole(example, given)),
	];
}

/** An example of several named texts, such as a question and its context. */
function fields(
	example: Readonly<Record<string, unknown>>,
	given: Readonly<Record<string, unknown>>,
): readonly SnippetText[] {
	return Object.entries(example).flatMap(([name, from]): readonly SnippetText[] => {
		const value = given[name === 'query' ? 'question' : name];
		const to = isFileInput(value) ? value.name : value;
		return typeof from === 'string' && typeof to === 'string'
			? [{ from: `"${from}"`, to: JSON.stringify(to) }]
			: [];
	});
}

/** An example that is one text, or the name of one file, as a literal. */
function whole(example: string, given: Readonly<Record<string, unknown>>): readonly SnippetText[] {
	const [value] = Object.values(given);
	return isFileInput(value)
		? [{ from: example, to: JSON.stringify(value.name), isFile: true }]
		: typeof value === 'string'
			? [{ from: example, to: JSON.stringify(value) }]
			: [];
}

function columnsOf({ columns, rows }: Table): Readonly<Record<string, readonly string[]>> {
	return Object.fromEntries(columns.map((name, at) => [name, rows.map(row => row[at] ?? '')]));
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isRecord(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
