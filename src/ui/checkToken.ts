import type { Remedy } from './remedy';

/** Asks the Hub what a token of the vault may do now: it may have been given more since what is known of it was told. */
export function checkToken(tokenId: string | undefined): readonly Remedy[] {
	return tokenId === undefined
		? []
		: [{ label: 'Check Token', command: 'hfWorkbench.checkToken', args: [{ tokenId }] }];
}
