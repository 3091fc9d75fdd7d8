import type { Resolution } from '../tokens/resolution';
import type { TokenRecord } from '../tokens/tokenRecord';

/** A row of the list that switches tokens. */
export type TokenChoice =
	| { readonly type: 'token'; readonly record: TokenRecord; readonly used: boolean; readonly detail: string }
	| { readonly type: 'forWorkspace' }
	| { readonly type: 'default'; readonly name: string | undefined }
	| { readonly type: 'add' };

/** What can be chosen: every token, then what else changes the one that is used here. */
export function tokenChoices(
	records: readonly TokenRecord[],
	{ origin, reason }: Resolution,
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
	return [
		...rows,
		...(hasWorkspace && records.length > 0 ? [{ type: 'forWorkspace' as const }] : []),
		...(reason === 'workspace'
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
