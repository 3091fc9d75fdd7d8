import { readInputValues } from '../inference/inputs/readInputValues';
import type {
	AnswerSchema,
	Attachment,
	Exchange,
	InputSource,
	Instruction,
	RunRequest,
	TextPosition,
} from '../inference/runRequest';
import { isTask } from '../shared/task';
import { isRecord } from '../util/isRecord';

/** Reads a request from a file: of the history, or one that was exported. Nothing if it is not one. */
export function readRequest(value: unknown): RunRequest | undefined {
	if (!isRecord(value) || !isTask(value.task)) {
		return undefined;
	}
	const { task, model, text, provider, parameters, system, tools } = value;
	if (typeof model !== 'string' || typeof text !== 'string') {
		return undefined;
	}
	const instruction = readInstruction(value.instruction);
	const source = readSource(value.source);
	const schema = readSchema(value.schema);
	const inputs = readInputValues(value.inputs);
	const attachments = readAttachments(value.attachments);
	const earlier = readEarlier(value.earlier);
	return {
		task,
		model,
		text,
		...(typeof provider === 'string' && { provider }),
		...(inputs && { inputs }),
		...(isRecord(parameters) && { parameters }),
		...(instruction && { instruction }),
		...(source && { source }),
		...(attachments.length > 0 && { attachments }),
		...(typeof system === 'string' && { system }),
		...(schema && { schema }),
		...(Array.isArray(tools) && tools.every(isRecord) && { tools }),
		...(earlier.length > 0 && { earlier }),
	};
}

function readInstruction(value: unknown): Instruction | undefined {
	return isRecord(value) && typeof value.title === 'string' && typeof value.prompt === 'string'
		? { title: value.title, prompt: value.prompt }
		: undefined;
}

function readSource(value: unknown): InputSource | undefined {
	if (!isRecord(value)) {
		return undefined;
	}
	const { uri, fileName, languageId, inexact } = value;
	const start = readPosition(value.start);
	const end = readPosition(value.end);
	if (typeof uri !== 'string' || typeof fileName !== 'string' || typeof languageId !== 'string') {
		return undefined;
	}
	return start && end && { uri, fileName, languageId, start, end, ...(inexact === true && { inexact }) };
}

function readPosition(value: unknown): TextPosition | undefined {
	if (!isRecord(value)) {
		return undefined;
	}
	const { line, character } = value;
	return isCount(line) && isCount(character) ? { line, character } : undefined;
}

function readSchema(value: unknown): AnswerSchema | undefined {
	return isRecord(value) && typeof value.name === 'string' && isRecord(value.schema)
		? { name: value.name, schema: value.schema }
		: undefined;
}

function readAttachments(value: unknown): readonly Attachment[] {
	return Array.isArray(value) ? value.flatMap(one => readAttachment(one) ?? []) : [];
}

function readAttachment(value: unknown): Attachment | undefined {
	if (!isRecord(value) || typeof value.name !== 'string') {
		return undefined;
	}
	const { kind, name, languageId, text, lines, mediaType, data } = value;
	if (kind === 'image' && typeof mediaType === 'string' && typeof data === 'string') {
		return { kind, name, mediaType, data };
	}
	if (kind !== 'text' || typeof text !== 'string' || typeof languageId !== 'string') {
		return undefined;
	}
	const { first, last } = isRecord(lines) ? lines : {};
	return { kind, name, languageId, text, ...(isCount(first) && isCount(last) && { lines: { first, last } }) };
}

function readEarlier(value: unknown): readonly Exchange[] {
	return (Array.isArray(value) ? value : []).flatMap((one: unknown): Exchange[] => {
		const { question, answer } = isRecord(one) ? one : {};
		if (!isRecord(question) || typeof question.text !== 'string' || typeof answer !== 'string') {
			return [];
		}
		const instruction = readInstruction(question.instruction);
		const source = readSource(question.source);
		const attachments = readAttachments(question.attachments);
		return [
			{
				question: {
					text: question.text,
					...(instruction && { instruction }),
					...(source && { source }),
					...(attachments.length > 0 && { attachments }),
				},
				answer,
			},
		];
	});
}

function isCount(value: unknown): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
