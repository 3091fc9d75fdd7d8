import type { AnswerSchema } from '../inference/runRequest';
import type { AnswerCheck } from '../shared/run';

const MOST_COMPLAINTS = 8;

/** A fence around the whole answer: many models put one there although they were asked for JSON alone. */
const FENCED = /^\s*```(?:json)?\s*\n([\s\S]*?)\n?```\s*$/;

/** Looks whether an answer is JSON and keeps to its schema. The validator is a chunk of its own, and evaluates nothing. */
export async function checkAnswer(answer: string, { schema }: AnswerSchema): Promise<AnswerCheck> {
	let value: unknown;
	try {
		value = JSON.parse(FENCED.exec(answer)?.[1] ?? answer);
	} catch {
		return { complaints: ['The answer is not JSON.'] };
	}
	const { Validator } = await import('@cfworker/json-schema');
	try {
		const { errors } = new Validator(schema, '2020-12', false).validate(value);
		// The outer places complain only because of the inner ones.
		const inner = errors.filter(
			({ instanceLocation: place }) =>
				!errors.some(({ instanceLocation: other }) => other !== place && other.startsWith(`${place}/`)),
		);
		const complaints = inner.map(
			({ instanceLocation, error }) => `${placeWords(instanceLocation)}: ${error}`,
		);
		return { complaints: [...new Set(complaints)].slice(0, MOST_COMPLAINTS) };
	} catch (error) {
		return {
			complaints: [`The schema cannot be used: ${error instanceof Error ? error.message : 'unknown reason'}`],
		};
	}
}

/** A JSON pointer as people read it. */
function placeWords(pointer: string): string {
	return pointer === '#' ? 'The whole' : pointer.replace(/^#\//, '');
}
