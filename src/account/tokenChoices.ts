import type { Resolution, TokenOrigin } from '../tokens/resolution';
import { sameOrigin } from '../tokens/sameOrigin';
import type { TokenRecord } from '../tokens/tokenRecord';

type OutsideOrigin = Exclude<TokenOrigin, { kind: 'vault' }>;

/** A row of the list that switches tokens. */
export type TokenChoice =
	| { readonly type: 'token'; readonly record: TokenRecord; readonly used: boolean; readonly detail: string }
	/** One that is not ours; it can be this workspace's choice and stays where it is. */
	| {
			readonly type: 'outside';
			readonly origin: OutsideOrigin;
			readonly used: boolean;
			readonly detail: string;
	  }
	| { readonly type: 'forWorkspace' }
	| { readonly type: 'default'; readonly name: string | undefined }
	| { readonly type: 'add' };

/** What can be chosen: every token, then what else changes the one that is used here. */
export function tokenChoices(
	records: readonly TokenRecord[],
	{ origin, reason, passedOver, missing }: Resolution,
	defaultId: string | undefined,
	hasWorkspace: boolean,
): readonly TokenChoice[] {
	const usedId = origin?.kind === 'vault' ? origin.id : undefined;
	const rows = records.map(record => ({
		type: 'token' as const,
		record,
		used: record.id === usedId,
		detail: detail(record, record.id === usedId && reason === 'workspace', record.id === defaultId),
	}));
	const outside = [origin, ...passedOver].filter(one => one !== undefined && one.kind !== 'vault');
	return [
		...rows,
		...outside.map(one => {
			const used = sameOrigin(one, origin);
			const isForWorkspace = used && reason === 'workspace';
			return {
				type: 'outside' as const,
				origin: one,
				used,
				detail: isForWorkspace ? 'Chosen for this workspace' : used ? '' : 'For this workspace only',
			};
		}),
		...(hasWorkspace && records.length > 0 ? [{ type: 'forWorkspace' as const }] : []),
		...(reason === 'workspace' || missing
			? [{ type: 'default' as const, name: records.find(({ id }) => id === defaultId)?.name }]
			: []),
		{ type: 'add' as const },
	];
}

function detail({ state }: TokenRecord, isForWorkspace: boolean, isDefault: boolean): string {
	const parts = [
		...(isForWorkspace ? ['Chosen for this workspace'] : []),
		...(isDefault ? ['Default'] : []),
		...(state === 'expired' ? ['Expired'] : []),
		...(state === 'invalid' ? ['Refused by the Hub'] : []),
	];
	return parts.join(' · ');
}
