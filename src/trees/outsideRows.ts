import type { Resolution, TokenOrigin } from '../tokens/resolution';
import { sameOrigin } from '../tokens/sameOrigin';
import { originKey } from '../tokens/originKey';
import { referenceTo } from '../tokens/tokenReference';
import type { UnreadableReason } from '../tokens/unreadableFile';
import type { Card } from '../ui/card';
import { fileProblemWords } from '../ui/fileProblemWords';
import { localTime } from '../util/localTime';
import { hostDetails } from './tokenDetails';
import type { RowsContext, TokenRow } from './tokenRow';
import { tokenWhy } from './tokenWhy';

type OutsideOrigin = Exclude<TokenOrigin, { kind: 'vault' }>;

/** The tokens that are not ours, in the order in which they count, and the files of theirs that cannot be read. */
export function outsideRows(resolution: Resolution, context: RowsContext): readonly TokenRow[] {
	const { origin, passedOver, unreadable = [] } = resolution;
	const outside = [origin, ...passedOver].filter(one => one !== undefined && one.kind !== 'vault');
	return [
		...outside.map(one => outsideRow(one, resolution, context)),
		...unreadable.map(({ path, reason }) => unreadableRow(path, reason)),
	];
}

function outsideRow(origin: OutsideOrigin, resolution: Resolution, { now, hostsOf }: RowsContext): TokenRow {
	const used = sameOrigin(origin, resolution.origin);
	const expired = origin.kind !== 'environment' && origin.isOAuth && (origin.expiresAt ?? Infinity) <= now;
	return {
		...looks(origin),
		token: referenceTo(origin),
		description: [
			...kindWords(origin),
			...(expired ? ['expired'] : []),
			...(used ? ['used here'] : []),
			'read-only',
		].join(' · '),
		icon: expired
			? 'warning'
			: used
				? 'check'
				: origin.kind === 'environment'
					? 'symbol-variable'
					: 'terminal',
		contextValue: `hfWorkbench.outsideToken.${origin.kind}${used ? '.active' : ''}`,
		card: { title: titleOf(origin), facts: facts(origin), note: tokenWhy(origin, resolution) },
		details: hostDetails(originKey(origin), hostsOf(originKey(origin))),
	};
}

function looks(origin: OutsideOrigin): Pick<TokenRow, 'id' | 'label'> {
	switch (origin.kind) {
		case 'environment':
			return { id: `environment/${origin.variable}`, label: origin.variable };
		case 'cli':
			return { id: 'cli', label: origin.name ?? 'hf' };
		case 'stored':
			return { id: `stored/${origin.name}`, label: origin.name };
	}
}

function kindWords(origin: OutsideOrigin): readonly string[] {
	if (origin.kind === 'environment') {
		return ['environment'];
	}
	const isActive = origin.kind === 'cli' && origin.name !== undefined;
	return ['command line', ...(isActive ? ['active there'] : []), ...(origin.isOAuth ? ['sign-in'] : [])];
}

function titleOf(origin: OutsideOrigin): string {
	if (origin.kind === 'environment') {
		return origin.variable;
	}
	return origin.name === undefined
		? 'Token of the hf command line'
		: `${origin.name}, token of the hf command line`;
}

function facts(origin: OutsideOrigin): Card['facts'] {
	if (origin.kind === 'environment') {
		return [
			['From', 'the environment of the editor'],
			['Changed', 'where the variable is set'],
		];
	}
	return [
		['From', origin.path],
		['Changed', 'by hf auth login and hf auth switch'],
		...(origin.expiresAt === undefined ? [] : ([['Expires', localTime(origin.expiresAt)]] as const)),
		...(origin.isOAuth ? ([['Renewed', 'by the hf command line, when it is used']] as const) : []),
	];
}

function unreadableRow(path: string, reason: UnreadableReason): TokenRow {
	const { short, whole } = fileProblemWords(reason);
	return {
		id: `unreadable/${path}`,
		label: path.split(/[\\/]/).at(-1) ?? path,
		description: `command line · ${short}`,
		icon: 'warning',
		contextValue: 'hfWorkbench.unreadableTokens',
		card: { title: 'Tokens of the hf command line', facts: [['File', path]], note: whole },
		details: [],
	};
}
