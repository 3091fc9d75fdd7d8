import { isAccessToken } from '../util/isAccessToken';
import { ProblemError } from '../util/problemError';

/** Throws `token.format` where a value is none that the Hub accepts; `what` is what it is called in the sentence. */
export function checkFormat(value: string, what: string): void {
	if (!isAccessToken(value)) {
		throw new ProblemError({
			code: 'token.format',
			detail: `${what} is not a Hugging Face access token: those start with “hf_”, followed by letters and digits.`,
		});
	}
}
