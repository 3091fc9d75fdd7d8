import type { AnswerCheck, FinishReason, LeftJob, Metrics, Usage } from '../shared/run';
import { readProblem } from '../ui/readProblem';
import { isRecord } from '../util/isRecord';
import { readOutput } from './readOutput';
import { readRequest } from './readRequest';
import type { StoredRun, StoredState } from './storedRun';

const RUN_ID = /^[\w-]{1,64}$/;

const REASONS: Readonly<Record<FinishReason, true>> = {
	stop: true,
	length: true,
	toolCalls: true,
	contentFilter: true,
	other: true,
};

/** As what each is read: the window that would have heard of a confirmation has gone. */
const LEFT_JOBS: Readonly<Record<LeftJob, LeftJob>> = {
	cancelled: 'cancelled',
	notCancelled: 'notCancelled',
	noCancelling: 'noCancelling',
	unconfirmed: 'notCancelled',
};

/**
 * Reads a run from a file of the history; nothing if it is not one, or is of a version that is not known here.
 * A run that was going on when its window went away is read as interrupted.
 */
export function readStoredRun(value: unknown): StoredRun | undefined {
	if (!isRecord(value) || value.version !== 1) {
		return undefined;
	}
	const { id, startedAt, model, provider, parent, twin, group } = value;
	const request = readRequest(value.request);
	const state = readState(value.state);
	if (!request || !state || !isRunId(id) || !isNumber(startedAt)) {
		return undefined;
	}
	const output = readOutput(value.output);
	const metrics = readMetrics(value.metrics);
	const check = readCheck(value.check);
	return {
		version: 1,
		id,
		request,
		startedAt,
		state,
		...(isRunId(parent) && { parent }),
		...(isRunId(twin) && { twin }),
		...(isRunId(group) && { group }),
		...(typeof model === 'string' && { model }),
		...(typeof provider === 'string' && { provider }),
		...(output && { output }),
		...(metrics && { metrics }),
		...(check && { check }),
	};
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
			return { type: 'stopped', ...(isLeftJob(value.job) && { job: LEFT_JOBS[value.job] }) };
		case 'failed':
			return { type: 'failed', problem: readProblem(value.problem) };
		default:
			return undefined;
	}
}

function readMetrics(value: unknown): Metrics | undefined {
	if (!isRecord(value) || !isNumber(value.durationMs)) {
		return undefined;
	}
	const { durationMs, firstTokenMs, tokensPerSecond, cost, tokenName } = value;
	const usage = readUsage(value.usage);
	return {
		durationMs,
		...(isNumber(firstTokenMs) && { firstTokenMs }),
		...(isNumber(tokensPerSecond) && { tokensPerSecond }),
		...(isNumber(cost) && { cost }),
		...(typeof tokenName === 'string' && { tokenName }),
		...(usage && { usage }),
	};
}

function readCheck(value: unknown): AnswerCheck | undefined {
	const complaints: unknown = isRecord(value) ? value.complaints : undefined;
	return Array.isArray(complaints) && complaints.every(one => typeof one === 'string')
		? { complaints }
		: undefined;
}

function readUsage(value: unknown): Usage | undefined {
	if (!isRecord(value)) {
		return undefined;
	}
	const { promptTokens, completionTokens } = value;
	return isCount(promptTokens) && isCount(completionTokens) ? { promptTokens, completionTokens } : undefined;
}

function isRunId(value: unknown): value is string {
	return typeof value === 'string' && RUN_ID.test(value);
}

function isReason(value: unknown): value is FinishReason {
	return typeof value === 'string' && Object.hasOwn(REASONS, value);
}

function isLeftJob(value: unknown): value is LeftJob {
	return typeof value === 'string' && Object.hasOwn(LEFT_JOBS, value);
}

function isNumber(value: unknown): value is number {
	return typeof value === 'number' && Number.isFinite(value);
}

function isCount(value: unknown): value is number {
	return isNumber(value) && Number.isInteger(value) && value >= 0;
}

/** A value as problems have them: no object, or a list of texts. */
