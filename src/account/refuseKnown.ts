import type { Tokens } from '../tokens/tokens';
import { tokenName } from '../ui/tokenWords';

/** A sentence where the vault has this very value already. A value that cannot be read is not it. */
export async function refuseKnown(
	tokens: Pick<Tokens, 'records' | 'credentialOf'>,
	value: string,
): Promise<string | undefined> {
	for (const record of tokens.records) {
		const credential = await tokens.credentialOf(record.id).catch(() => undefined);
		if (credential?.value === value) {
			return `This token is here already: it is ${tokenName(record)}.`;
		}
	}
	return undefined;
}
