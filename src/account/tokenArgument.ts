import type { TokenRecord } from '../tokens/tokenRecord';
import { isRecord } from '../util/isRecord';

/** The token that a command was called for: a row of the tokens view has its id as `tokenId`; the palette gives nothing. */
export function tokenArgument(argument: unknown, records: readonly TokenRecord[]): TokenRecord | undefined {
	return isRecord(argument) ? records.find(({ id }) => id === argument.tokenId) : undefined;
}
