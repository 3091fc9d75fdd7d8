import { isTask, TASKS } from '../../shared/task';
import { frontMatter } from '../../util/frontMatter';
import { isRecord } from '../../util/isRecord';
import { maskAccessTokens } from '../../util/maskAccessTokens';
import type { Prompt, PromptVariable } from './prompt';

/** A prompt, or the sentence that says why the file is none. */
export type PromptReading = { readonly prompt: Prompt } | { readonly error: string };

const PLACEHOLDER = /\{\{\s*([\w-]+)\s*\}\}/g;
/** What is filled in without a question. */
const KNOWN: ReadonlySet<string> = new Set(['file', 'language']);

/** Reads a file of `.hf/prompts`. `name` is the file's, without its ending; `readYaml` throws for what is no YAML. */
export function parsePrompt(name: string, file: string, readYaml: (text: string) => unknown): PromptReading {
	const found = frontMatter(file);
	const head = found?.isClosed ? found : undefined;
	let front: unknown;
	try {
		const yaml = head?.yaml ?? '';
		front = yaml.trim() === '' ? {} : (readYaml(yaml) ?? {});
	} catch (error) {
		const reason = error instanceof Error ? error.message.split('\n', 1)[0] : '';
		return { error: `Its front matter is not YAML: ${reason}` };
	}
	if (!isRecord(front)) {
		return { error: 'Its front matter must have names and values.' };
	}
	const text = maskAccessTokens(file.slice(head?.end ?? 0)).trim();
	const { title, description, task = 'conversational', model, system, parameters } = front;
	if (!isTask(task)) {
		return { error: `“task” must be one of ${TASKS.join(', ')}.` };
	}
	if (task === 'conversational' && text === '') {
		return { error: 'It says nothing below its front matter.' };
	}
	if (parameters !== undefined && !isRecord(parameters)) {
		return { error: '“parameters” must have names and values.' };
	}
	// Other tasks take neither words nor a system prompt: the text is a note there.
	const said = task === 'conversational' ? maskAccessTokens(textIn(system) ?? '') : '';
	return {
		prompt: {
			title: textIn(title) ?? name,
			description: textIn(description) ?? '',
			task,
			...(textIn(model) !== undefined && { model: textIn(model) }),
			...(said !== '' && { system: said }),
			...(parameters && { parameters }),
			variables: readVariables(front.variables, task === 'conversational' ? `${said}\n${text}` : ''),
			text,
		} as Prompt,
	};
}

/** The prompt's text with its variables' values; a value is never looked at for variables again. */
export function fillPrompt(text: string, values: Readonly<Record<string, string>>): string {
	return text.replace(PLACEHOLDER, (whole, name: string) =>
		Object.hasOwn(values, name) ? (values[name] ?? '') : whole,
	);
}

/** Those that are described, then those that only the words name. */
function readVariables(described: unknown, words: string): readonly PromptVariable[] {
	const entries = isRecord(described) ? Object.entries(described) : [];
	const known = entries.map(([name, value]) => readVariable(name, value));
	const used = [...words.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
	const others = [...new Set(used)].filter(
		name => !KNOWN.has(name) && !known.some(variable => variable.name === name),
	);
	return [
		...known.filter(({ name }) => used.includes(name)),
		...others.map(name => ({ name, description: '', options: [] })),
	];
}

function readVariable(name: string, value: unknown): PromptVariable {
	if (!isRecord(value)) {
		return { name, description: textIn(value) ?? '', options: [] };
	}
	const options = Array.isArray(value.options) ? value.options.flatMap(one => textIn(one) ?? []) : [];
	const fallback = textIn(value.default);
	return {
		name,
		description: textIn(value.description) ?? '',
		options,
		...(fallback !== undefined && { default: fallback }),
	};
}

function textIn(value: unknown): string | undefined {
	const text = typeof value === 'number' ? String(value) : value;
	return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}
