import type { TokenReference, Resolution } from './resolution';
import { resolveToken } from './resolveToken';
import { type Need, tokenForNeed } from './tokenForNeed';
import type { TokenRecord } from './tokenRecord';
import { readReference, referenceTo } from './tokenReference';
import { cliOrigins, type TokenSources } from './tokenSources';
import type { Memento } from './tokenStore';

const WORKSPACE_CHOICE = 'hfWorkbench.token';

/** The vault as it is at the moment, as far as the choice depends on it. */
export interface VaultView {
	readonly records: readonly TokenRecord[];
	readonly defaultId: string | undefined;
	/** Whether the default is one of this window only. */
	readonly isSessionDefault: boolean;
}

/** Which token is used here, from all that there is at the moment. Asks no network. */
export class TokenResolver {
	constructor(
		private readonly sources: TokenSources,
		private readonly workspaceState: Memento,
		private readonly vault: () => VaultView,
	) {}

	async resolve(need?: Need): Promise<Resolution> {
		const cli = await this.sources.cli();
		const { records, defaultId, isSessionDefault } = this.vault();
		let resolution = resolveToken({
			records,
			choice: readReference(this.workspaceState.get(WORKSPACE_CHOICE)),
			defaultId,
			environment: this.sources.variables,
			cli: cliOrigins(cli),
			implicit: this.sources.implicit,
		});
		if (resolution.reason === 'default' && isSessionDefault) {
			resolution = { ...resolution, reason: 'session' };
		}
		const unreadable = cli.unreadable.map(({ path, reason }) => ({ path, reason }));
		const here = unreadable.length === 0 ? resolution : { ...resolution, unreadable };
		return need ? tokenForNeed(here, records, need) : here;
	}

	/** Keeps no more of a token than finds it again. */
	async choose(choice: TokenReference | undefined): Promise<void> {
		await this.workspaceState.update(WORKSPACE_CHOICE, choice && referenceTo(choice));
	}
}
