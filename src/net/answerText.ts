import { isRecord } from '../util/isRecord';
import { redact } from '../util/redact';
import type { AnswerFacts } from './operation';

const LONGEST = 300;

/** The other side's own sentence about an error, on one line and without tokens; nothing where it sent only a page of HTML. */
export function answerText(facts: AnswerFacts): string | undefined {
	const text = facts.errorMessage ?? bodyText(facts.errorBody ?? '', facts.contentType ?? '');
	const line = redact(text ?? '')
		.replace(/\s+/g, ' ')
		.trim();
	if (line === '') {
		return undefined;
	}
	return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function bodyText(body: string, contentType: string): string | undefined {
	try {
		return sentence(JSON.parse(body));
	} catch {
		return contentType.startsWith('text/plain') && !body.trimStart().startsWith('<') ? body : undefined;
	}
}

/** Where the Hub, the router and the providers put their sentence: `error`, `message` or `detail`, often one inside another. */
function sentence(value: unknown, depth = 0): string | undefined {
	if (typeof value === 'string') {
		return value;
	}
	if (depth > 4) {
		return undefined;
	}
	if (Array.isArray(value)) {
		const said = value.map(one => sentence(one, depth + 1)).filter(one => one !== undefined);
		return said.length > 0 ? said.join('; ') : undefined;
	}
	if (!isRecord(value)) {
		return undefined;
	}
	for (const key of ['error', 'message', 'detail', 'errors', 'msg', 'title']) {
		const said = sentence(value[key], depth + 1);
		if (said) {
			return said;
		}
	}
	return undefined;
}
