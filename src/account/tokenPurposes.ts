import { classicTokenUrl, createTokenUrl } from '../tokens/createTokenUrl';

/** What a new token is for, and the Hub's page that is filled in for it. */
export interface TokenPurpose {
	readonly label: string;
	readonly detail: string;
	readonly url: string;
}

/** What the user can choose from: what a token is for, then the classic roles, with what they allow. */
export interface TokenPurposes {
	readonly fineGrained: readonly TokenPurpose[];
	readonly classic: readonly TokenPurpose[];
}

/** `hub` is where the Hub is; `payers` are the organisations that may pay for the account in use. */
export function tokenPurposes(hub: string, payers: readonly string[]): TokenPurposes {
	return {
		fineGrained: [
			{
				label: 'Run Models',
				detail: 'May call Inference Providers in your name, and nothing else.',
				url: createTokenUrl(hub, 'inference'),
			},
			...payers.map(payer => ({
				label: `Run Models, Paid by ${payer}`,
				detail: `May call Inference Providers in the name of ${payer}, and nothing else.`,
				url: createTokenUrl(hub, 'inference', payer),
			})),
			{
				label: 'Read Private and Gated Repos',
				detail: 'May read your repos, and the gated ones that you have been let into.',
				url: createTokenUrl(hub, 'hub.gated'),
			},
			{
				label: 'Write to the Hub',
				detail: 'May read, create, change and delete your repos.',
				url: createTokenUrl(hub, 'hub.write'),
			},
			{
				label: 'Start Jobs',
				detail: 'May start Jobs in your name, which cost money.',
				url: createTokenUrl(hub, 'jobs'),
			},
		],
		classic: [
			{
				label: 'Read',
				detail: 'Reads all that your account can, in all organizations, and runs models.',
				url: classicTokenUrl(hub, 'read'),
			},
			{
				label: 'Write',
				detail: 'May do almost all that you may, in all organizations: also delete repos.',
				url: classicTokenUrl(hub, 'write'),
			},
		],
	};
}
