import type { OutsideOrigin, Resolution, TokenOrigin, TokenReason, TokenReference } from './resolution';
import { sameOrigin } from './sameOrigin';
import type { TokenRecord } from './tokenRecord';

/** Everything that a token could come from here, before the choice. */
export interface TokenCandidates {
	readonly records: ReadonlyArray<Pick<TokenRecord, 'id' | 'name' | 'user'>>;
	/** What this workspace has chosen for itself. */
	readonly choice: TokenReference | undefined;
	readonly defaultId: string | undefined;
	/** The environment variables that are set, in the order in which they count. */
	readonly environment: ReadonlyArray<Extract<OutsideOrigin, { kind: 'environment' }>>;
	/** The command line's tokens: the one in use first. */
	readonly cli: ReadonlyArray<Extract<OutsideOrigin, { kind: 'cli' | 'stored' }>>;
	/** False under `HF_HUB_DISABLE_IMPLICIT_TOKEN`: the environment and the CLI count only when somebody asks for them. */
	readonly implicit: boolean;
}

/** Which token is used: this workspace's choice, the user's default, the environment, the CLI's file. */
export function resolveToken(candidates: TokenCandidates): Resolution {
	const { records, choice, defaultId, environment, cli, implicit } = candidates;
	const all: readonly TokenOrigin[] = [
		...records.map(({ id, name, user }) => ({ kind: 'vault', id, name, user }) as const),
		...environment,
		...cli,
	];
	const chosen = all.find(origin => sameOrigin(origin, choice));
	const [first] = [
		...because('workspace', chosen),
		...because(
			'default',
			all.find(origin => origin.kind === 'vault' && origin.id === defaultId),
		),
		...(implicit
			? [
					...because(
						'environment',
						all.find(({ kind }) => kind === 'environment'),
					),
					...because(
						'cli',
						all.find(({ kind }) => kind === 'cli'),
					),
				]
			: []),
	];
	return {
		origin: first?.origin,
		reason: first?.reason,
		passedOver: all.filter(origin => origin !== first?.origin),
		...(choice && !chosen && { missing: choice }),
	};
}

function because(reason: TokenReason, origin: TokenOrigin | undefined) {
	return origin ? [{ reason, origin }] : [];
}
