import { ProblemError } from '../util/problemError';
import { type AmbientToken, ambientToken, type EnvFileToken } from './ambientToken';
import { type Ambient, ambientUse } from './ambientUse';
import type { CliToken } from './cli/cliTokens';
import type { TokenOrigin, TokenReference } from './resolution';
import type { TokenSources } from './tokenSources';

/** A token that is not ours, for as long as one operation needs it. */
export interface OutsideToken {
	readonly name: string;
	readonly value: string;
}

/** The values of the tokens that are not ours, read anew for each use. */
export class OutsideTokens {
	constructor(
		private readonly sources: TokenSources,
		private readonly now: () => number,
	) {}

	/** The value at a place; nothing where it is gone. Throws `token.expired` for a sign-in of the command line that is over. */
	async at(reference: Exclude<TokenReference, { kind: 'vault' }>): Promise<OutsideToken | undefined> {
		switch (reference.kind) {
			case 'environment': {
				const value = this.sources.valueOf(reference.variable);
				return value === '' ? undefined : { name: reference.variable, value };
			}
			case 'cli': {
				const { active } = await this.sources.cli();
				return active && this.unexpired(active);
			}
			case 'stored': {
				const { stored } = await this.sources.cli();
				const found = stored.find(({ name }) => name === reference.name);
				return found && this.unexpired(found);
			}
		}
	}

	/**
	 * What programs that are started here use by themselves, compared with what is used here. `ours` is asked only where
	 * there is something to compare.
	 */
	async ambient(
		origin: TokenOrigin | undefined,
		ours: () => Promise<string | undefined>,
		envFile: readonly EnvFileToken[],
		given: boolean,
	): Promise<Ambient> {
		const sources = await this.sources.ambient();
		const inTerminal: AmbientToken | undefined = ambientToken(sources);
		const inNotebook: AmbientToken | undefined = ambientToken(sources, envFile);
		const value = origin && (inTerminal ?? inNotebook) ? await ours() : undefined;
		return {
			terminals:
				given && origin ? { origin: { kind: 'given' }, differs: false } : ambientUse(inTerminal, value),
			notebooks: ambientUse(inNotebook, value),
		};
	}

	/** A sign-in of the command line is renewed by the command line alone: two that renew it would end it. */
	private unexpired({ name, value, path, isOAuth, expiresAt = Infinity }: CliToken): OutsideToken {
		if (isOAuth && expiresAt <= this.now()) {
			throw new ProblemError({
				code: 'token.expired',
				renewedBy: 'cli',
				...(name !== undefined && { tokenName: name }),
			});
		}
		return { name: name ?? path, value };
	}
}
