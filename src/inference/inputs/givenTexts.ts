import type { RunRequest } from '../runRequest';
import { isTexts } from './isTexts';

/** Every text that a request gives to its model, line by line, so that it can be kept out of errors and logs. */
export function givenTexts({ text, inputs }: Pick<RunRequest, 'text' | 'inputs'>): string {
	const others = Object.values(inputs ?? {}).flatMap(value =>
		typeof value === 'string' ? [value] : isTexts(value) ? value : [],
	);
	return [text, ...others].join('\n');
}
