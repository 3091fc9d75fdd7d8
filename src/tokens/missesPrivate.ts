import { seesPrivate } from './permits';
import type { TokenRecord } from './tokenRecord';

/**
 * Whether a token is known not to see a repo that its account may see, if that is private. The Hub says of such a repo that it
 * does not exist.
 */
export function missesPrivate(record: TokenRecord, repo: string): boolean {
	const [owner, name] = repo.split('/', 2);
	const isOwn = owner === record.user || record.organisations.some(one => one.name === owner);
	return name !== undefined && isOwn && !seesPrivate(record, repo);
}
