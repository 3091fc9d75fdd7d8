import { checkToken } from '../tokens/tokenFormat';
import { formatWords } from './formatWords';

/** What is wrong with the shape of a cleaned token, as a sentence; nothing if it is good. */
export function formatMessage(token: string): string | undefined {
	return formatWords(checkToken(token));
}
