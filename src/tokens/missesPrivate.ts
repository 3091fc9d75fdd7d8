import { isOwnPlace } from './isOwnPlace';
import { seesPrivate } from './permits';
import type { TokenRecord } from './tokenRecord';

/**
 * Whether a token is known not to see a repo that its account may see, if that is private. The Hub says of such a repo that it
 * does not exist.
 */
export function missesPrivate(record: TokenRecord, repo: string): boolean {
	return repo.includes('/') && isOwnPlace(record, repo) && !seesPrivate(record, repo);
}
