/** A token by its name, at the beginning of a sentence; `The token` where that is not known. */
export function quotedToken(tokenName: string | undefined): string {
	return tokenName === undefined ? 'The token' : `“${tokenName}”`;
}
