import type { InputSource, Instruction, RunRequest, TextPosition } from '../inference/runRequest';
import type { Problem } from '../shared/problem';
import type { FinishReason, Metrics, Usage } from '../shared/run';
import { isTask } from '../shared/task';
import { wordProblem } from '../ui/problems';
import { isRecord } from '../util/isRecord';
import { readOutput } from './readOutput';
import type { StoredRun, StoredState } from './storedRun';

const RUN_ID = /^[\w-]{1,64}$/;

const REASONS: Readonly<Record<FinishReason, true>> = {
	stop: true,
	length: true,
	toolCalls: true,
	contentFilter: true,
	other: true,
};

/**
 * Reads a run from a file of the history; nothing if it is not one, or is of a version that is not known here.
 * A run that was going on when its window went away is read as interrupted.
 */
export function readStoredRun(value: unknown): StoredRun | undefined {
	if (!isRecord(value) || value.version !== 1) {
		return undefined;
	}
	const { id, startedAt, model, provider } = value;
	const request = readRequest(value.request);
	const state = readState(value.state);
	if (!request || !state || typeof id !== 'string' || !RUN_ID.test(id) || !isNumber(startedAt)) {
		return undefined;
	}
	const output = readOutput(value.output);
	const metrics = readMetrics(value.metrics);
	return {
		version: 1,
		id,
		request,
		startedAt,
		state,
		...(typeof model === 'string' && { model }),
		...(typeof provider === 'string' && { provider }),
		...(output && { output }),
		...(metrics && { metrics }),
	};
}

function readRequest(value: unknown): RunRequest | undefined {
	if (!isRecord(value) || !isTask(value.task)) {
		return undefined;
	}
	const { task, model, text, provider, parameters } = value;
	if (typeof model !== 'string' || typeof text !== 'string') {
		return undefined;
	}
	const instruction = readInstruction(value.instruction);
	const source = readSource(value.source);
	return {
		task,
		model,
		text,
		...(typeof provider === 'string' && { provider }),
		...(isRecord(parameters) && { parameters }),
		...(instruction && { instruction }),
		...(source && { source }),
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

function readState(value: unknown): StoredState | undefined {
	if (!isRecord(value)) {
		return undefined;
	}
	switch (value.type) {
		case 'running':
			return { type: 'failed', problem: { code: 'interrupted' } };
		case 'finished':
			return { type: 'finished', reason: isReason(value.reason) ? value.reason : 'other' };
		case 'stopped':
			return { type: 'stopped' };
		case 'failed':
			return { type: 'failed', problem: readProblem(value.problem) };
		default:
			return undefined;
	}
}

/** A problem that cannot be worded, such as one of a later version, is shown as an unexpected one. */
function readProblem(value: unknown): Problem {
	if (isRecord(value) && Object.values(value).every(one => typeof one !== 'object')) {
		const problem = value as unknown as Problem;
		try {
			if (typeof wordProblem(problem).title === 'string') {
				return problem;
			}
		} catch {
			// It has a code that has no words here.
		}
	}
	return { code: 'unexpected', detail: 'What went wrong is no longer known.' };
}

function readMetrics(value: unknown): Metrics | undefined {
	if (!isRecord(value) || !isNumber(value.durationMs)) {
		return undefined;
	}
	const { durationMs, firstTokenMs, tokensPerSecond, cost } = value;
	const usage = readUsage(value.usage);
	return {
		durationMs,
		...(isNumber(firstTokenMs) && { firstTokenMs }),
		...(isNumber(tokensPerSecond) && { tokensPerSecond }),
		...(isNumber(cost) && { cost }),
		...(usage && { usage }),
	};
}

function readUsage(value: unknown): Usage | undefined {
	if (!isRecord(value)) {
		return undefined;
	}
	const { promptTokens, completionTokens } = value;
	return isCount(promptTokens) && isCount(completionTokens) ? { promptTokens, completionTokens } : undefined;
}

function isReason(value: unknown): value is FinishReason {
	return typeof value === 'string' && Object.hasOwn(REASONS, value);
}

function isNumber(value: unknown): value is number {
	return typeof value === 'number' && Number.isFinite(value);
}

function isCount(value: unknown): value is number {
	return isNumber(value) && Number.isInteger(value) && value >= 0;
}
