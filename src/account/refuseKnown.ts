import type { Tokens } from '../tokens/tokens';
import { tokenName } from '../ui/tokenWords';

/** A sentence where the vault has this very value already. */
export async function refuseKnown(
	tokens: Pick<Tokens, 'holder'>,
	value: string,
): Promise<string | undefined> {
	const record = await tokens.holder(value);
	return record && `This token is here already: it is ${tokenName(record)}.`;
}
