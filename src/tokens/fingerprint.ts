import { createHash } from 'node:crypto';

/** 96 bits: nobody finds a second token that has them. */
const LENGTH = 16;

/** Tells one token's value from another's without telling it: a token is too long to be guessed from a digest. */
export function fingerprint(value: string): string {
	return createHash('sha256').update(value).digest('base64url').slice(0, LENGTH);
}
