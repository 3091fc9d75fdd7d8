import type { AmbientSources } from './ambientToken';
import { type CliTokens, readCliTokens } from './cli/cliTokens';
import { parseStoredTokens } from './cli/parseStoredTokens';
import { cliTokenPath, type Environment, storedTokensPath } from './cliTokenPath';
import { fingerprint } from './fingerprint';
import { type OutsideOrigin, type OutsideLocation, TOKEN_VARIABLES, type TokenVariable } from './resolution';
import type { TokenFiles } from './tokenFiles';
import { omit } from '../util/omit';
import { cleanToken } from './tokenFormat';

/** A place and what stands in it, the blanks around the token included. Held for a look at it and no longer. */
export interface RawSource {
	readonly origin: OutsideLocation;
	readonly raw: string;
}

/** The tokens that are not ours: read anew whenever they are asked for, and never copied. */
export class TokenSources {
	constructor(
		private readonly environment: Environment,
		private readonly files: TokenFiles,
		private readonly platform: NodeJS.Platform = process.platform,
	) {}

	/** Whether the user lets tokens be used that nobody chose. */
	get implicit(): boolean {
		return !/^(?:1|on|yes|true)$/i.test(this.environment.HF_HUB_DISABLE_IMPLICIT_TOKEN ?? '');
	}

	/** The variables that are set, in the order in which they count. */
	get variables(): ReadonlyArray<Extract<OutsideOrigin, { kind: 'environment' }>> {
		return TOKEN_VARIABLES.flatMap(variable => {
			const value = this.valueOf(variable);
			return value === ''
				? []
				: [{ kind: 'environment' as const, variable, fingerprint: fingerprint(value) }];
		});
	}

	/** The files of the `hf` command line: its token in use, and all that it has stored. */
	get cliPaths(): { readonly token: string; readonly storedTokens: string } {
		const { environment, platform } = this;
		const { home } = this.files;
		return {
			token: cliTokenPath(environment, home, platform),
			storedTokens: storedTokensPath(environment, home, platform),
		};
	}

	/** The value in a variable, cleaned as the `hf` command line does; empty where it is not set. */
	valueOf(variable: TokenVariable): string {
		return cleanToken(this.environment[variable] ?? '');
	}

	cli(): Promise<CliTokens> {
		return readCliTokens(this.files, this.cliPaths);
	}

	/** What stands where tokens are kept outside, as it stands there: the variables, and the command line's files. */
	async raw(): Promise<readonly RawSource[]> {
		const variables = TOKEN_VARIABLES.flatMap(variable => {
			const raw = this.environment[variable] ?? '';
			return raw === '' ? [] : [{ origin: { kind: 'environment', variable } as const, raw }];
		});
		const { token: path, storedTokens } = this.cliPaths;
		// A file that cannot be read is told with the resolution.
		const read = async (file: string) => (await this.files.read(file).catch(() => undefined)) ?? '';
		const [raw, stored] = await Promise.all([read(path), read(storedTokens)]);
		return [
			...variables,
			...(raw.trim() === '' ? [] : [{ origin: { kind: 'cli', path } as const, raw }]),
			...parseStoredTokens(stored).sections.flatMap(({ name, fields }) => {
				const value = fields.get('hf_token') ?? '';
				return value === ''
					? []
					: [{ origin: { kind: 'stored', name, path: storedTokens } as const, raw: value }];
			}),
		];
	}

	/** What programs that are started here find by themselves. */
	async ambient(): Promise<AmbientSources> {
		const tokens = await this.cli();
		const [origin] = cliOrigins(tokens);
		return {
			environment: {
				HF_TOKEN: this.valueOf('HF_TOKEN'),
				HUGGING_FACE_HUB_TOKEN: this.valueOf('HUGGING_FACE_HUB_TOKEN'),
			},
			cli:
				tokens.active && origin?.kind === 'cli'
					? { origin: omit(origin, 'fingerprint'), value: tokens.active.value }
					: undefined,
			implicit: this.implicit,
		};
	}
}

/** The command line's tokens without their values, the one in use first and only once. */
export function cliOrigins({
	active,
	stored,
}: CliTokens): ReadonlyArray<Extract<OutsideOrigin, { kind: 'cli' | 'stored' }>> {
	const facts = ({ value, path, isOAuth, expiresAt }: CliTokens['stored'][number]) => ({
		path,
		fingerprint: fingerprint(value),
		...(isOAuth && { isOAuth }),
		...(expiresAt !== undefined && { expiresAt }),
	});
	return [
		...(active
			? [
					{
						kind: 'cli' as const,
						...(active.name !== undefined && { name: active.name }),
						...facts(active),
					},
				]
			: []),
		...stored.flatMap(token =>
			token.name === undefined || token.name === active?.name
				? []
				: [{ kind: 'stored' as const, name: token.name, ...facts(token) }],
		),
	];
}
