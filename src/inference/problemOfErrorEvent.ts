import type { Problem } from '../shared/problem';
import { isRecord } from '../util/isRecord';
import type { AskedOfModel } from './askedOfModel';
import { problemOfRefusal } from './problemOfRefusal';

type ErrorObject = Readonly<Record<string, unknown>>;

/** The status that a provider would have answered with, had it not begun to stream: by `type` or `code` of its error. */
const STATUS_OF_KIND: ReadonlyArray<readonly [RegExp, number]> = [
	[/rate.?limit|too_many/i, 429],
	[/overload|unavailable|capacity/i, 503],
	[/validation|invalid|context_length|template/i, 422],
	[/timeout/i, 504],
];

/**
 * The problem behind an error that came in a stream: TGI's `{error: string, error_type}`, OpenAI's
 * `{error: {message, type, code}}`, vLLM's `{object: 'error', message, type, code}` or `{error_message}`.
 */
export function problemOfErrorEvent(event: ErrorObject, host: string, asked: AskedOfModel): Problem {
	const error: ErrorObject = isRecord(event.error) ? event.error : event;
	const message = event.error_message ?? event.error ?? event.message;
	const status = statusOf(error) ?? statusOfKind(error, message);
	return problemOfRefusal(
		{
			status,
			host,
			contentType: 'application/json',
			errorBody: JSON.stringify({ ...event, error: isRecord(event.error) ? event.error : message }),
		},
		asked,
	);
}

function statusOf(error: ErrorObject): number | undefined {
	return [error.status, error.code, error.http_status_code]
		.map(Number)
		.find(status => Number.isInteger(status) && status >= 400 && status < 600);
}

function statusOfKind(error: ErrorObject, message: unknown): number {
	const words = [error.type, error.code, error.error_type, message].filter(one => typeof one === 'string');
	return STATUS_OF_KIND.find(([pattern]) => words.some(word => pattern.test(word)))?.[1] ?? 500;
}
