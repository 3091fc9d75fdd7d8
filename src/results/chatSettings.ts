import type { AnswerSchema, RunRequest } from '../inference/runRequest';
import type { ChatSettings } from '../shared/draft';
import { isRecord } from '../util/isRecord';
import { maskAccessTokens } from '../util/maskAccessTokens';
import { ProblemError } from '../util/problemError';

/** The part of a chat's request that its settings make. */
export type SettingsOfRequest = Pick<RunRequest, 'system' | 'parameters' | 'schema' | 'tools'>;

const NAME = /[^\w-]+/g;
const LONGEST_NAME = 64;

/** What a chat was told beside its question, as the page's form has it. */
export function settingsOf({ system, parameters, schema, tools }: RunRequest): ChatSettings {
	return {
		...(system !== undefined && { system }),
		...(parameters && { parameters }),
		...(schema && { schema: JSON.stringify(schema.schema, undefined, 2) }),
		...(tools && { tools: JSON.stringify(tools, undefined, 2) }),
	};
}

/** The request's part of settings from the page. Throws a `ProblemError` that says what is no JSON, or no schema or tool. */
export function readSettings({
	system = '',
	parameters,
	schema = '',
	tools = '',
}: ChatSettings): SettingsOfRequest {
	const given = Object.fromEntries(
		Object.entries(parameters ?? {}).filter(
			([, value]) => value !== '' && value !== null && value !== undefined,
		),
	);
	return {
		...(system.trim() !== '' && { system: maskAccessTokens(system.trim()) }),
		...(Object.keys(given).length > 0 && { parameters: given }),
		...(schema.trim() !== '' && { schema: readSchema(schema) }),
		...(tools.trim() !== '' && { tools: readTools(tools) }),
	};
}

function readSchema(text: string): AnswerSchema {
	const schema = parsed('The answer’s schema', text);
	if (!isRecord(schema)) {
		throw invalid('The answer’s schema must be a JSON object.');
	}
	const title =
		typeof schema.title === 'string' ? schema.title.replace(NAME, '_').slice(0, LONGEST_NAME) : '';
	return { name: title || 'answer', schema };
}

/** A list of tools as the chat protocol has them; a function's bare definition is taken for one. */
function readTools(text: string): NonNullable<RunRequest['tools']> {
	const value = parsed('The list of tools', text);
	return (Array.isArray(value) ? value : [value]).map((tool: unknown) => {
		if (isRecord(tool) && isRecord(tool.function) && typeof tool.function.name === 'string') {
			return tool;
		}
		if (isRecord(tool) && typeof tool.name === 'string') {
			return { type: 'function', function: tool };
		}
		throw invalid('Each tool must be an object such as {"name": "weather", "parameters": {…}}.');
	});
}

function parsed(what: string, text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw invalid(`${what} is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`);
	}
}

function invalid(detail: string): ProblemError {
	return new ProblemError({ code: 'settings.invalid', detail });
}
