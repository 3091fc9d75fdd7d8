import type { ProblemOf } from '../shared/problem';
import { ProblemError } from '../util/problemError';

/** A failure of the place where tokens are kept; `detail` is a sentence without a token in it. */
export function keyringError(
	detail: string,
	about: Pick<ProblemOf<'token.keyring'>, 'tokenId' | 'isList'> = {},
): ProblemError {
	return new ProblemError({ code: 'token.keyring', detail, ...about });
}
