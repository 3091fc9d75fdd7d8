import type { Resolution, TokenOrigin, TokenReason } from './resolution';
import type { TokenRecord } from './tokenRecord';

/** Everything that a token could come from here, before the choice. */
export interface TokenCandidates {
	readonly records: ReadonlyArray<Pick<TokenRecord, 'id' | 'name' | 'user'>>;
	readonly workspaceId: string | undefined;
	readonly defaultId: string | undefined;
	/** The environment variables that are set, in the order in which they count. */
	readonly environment: ReadonlyArray<Extract<TokenOrigin, { kind: 'environment' }>['variable']>;
	/** The CLI's token file, where there is one with something in it. */
	readonly cliPath: string | undefined;
	/** False under `HF_HUB_DISABLE_IMPLICIT_TOKEN`: the environment and the CLI count only when somebody asks for them. */
	readonly implicit: boolean;
}

/** Which token is used: this workspace's choice, the user's default, the environment, the CLI's file. */
export function resolveToken(candidates: TokenCandidates): Resolution {
	const { records, workspaceId, defaultId, environment, cliPath, implicit } = candidates;
	const vault = records.map(({ id, name, user }): TokenOrigin => ({ kind: 'vault', id, name, user }));
	const outside: readonly Candidate[] = [
		...environment.map((variable): Candidate => ({
			reason: 'environment',
			origin: { kind: 'environment', variable },
		})),
		...(cliPath === undefined
			? []
			: [{ reason: 'cli', origin: { kind: 'cli', path: cliPath } } satisfies Candidate]),
	];
	const chosen = ({ id, reason }: { id: string | undefined; reason: TokenReason }) =>
		vault.filter(origin => origin.kind === 'vault' && origin.id === id).map(origin => ({ reason, origin }));
	const [first] = [
		...chosen({ id: workspaceId, reason: 'workspace' }),
		...chosen({ id: defaultId, reason: 'default' }),
		...(implicit ? outside : []),
	];
	const all = [...vault, ...outside.map(({ origin }) => origin)];
	return {
		origin: first?.origin,
		reason: first?.reason,
		passedOver: all.filter(origin => origin !== first?.origin),
	};
}

interface Candidate {
	readonly reason: TokenReason;
	readonly origin: TokenOrigin;
}
