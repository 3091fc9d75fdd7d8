import { isRecord } from '../util/isRecord';
import { ProblemError } from '../util/problemError';
import type { CardVerdict } from './facts';

/** Reads the answer of `POST /api/validate-yaml`. */
export function parseVerdict(body: unknown): CardVerdict {
	if (!isRecord(body) || (!Array.isArray(body.errors) && !Array.isArray(body.warnings))) {
		throw new ProblemError({ code: 'protocol', detail: 'The Hub did not say anything about the card.' });
	}
	return { errors: messages(body.errors), warnings: messages(body.warnings) };
}

function messages(list: unknown): readonly string[] {
	return (Array.isArray(list) ? (list as readonly unknown[]) : []).flatMap(entry =>
		isRecord(entry) && typeof entry.message === 'string' ? [entry.message] : [],
	);
}
