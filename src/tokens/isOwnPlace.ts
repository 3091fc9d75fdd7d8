import type { TokenRecord } from './tokenRecord';

/** Whether a user, an organisation or a repo's id is of a token's own account: its user's, or one of its organisations'. */
export function isOwnPlace(
	{ user, organisations = [] }: Pick<TokenRecord, 'user'> & Partial<Pick<TokenRecord, 'organisations'>>,
	place: string | undefined,
): boolean {
	const [namespace] = place?.split('/', 1) ?? [];
	return namespace === user || organisations.some(({ name }) => name === namespace);
}
