import { TOKEN_VARIABLES, type TokenLocation, type TokenVariable } from './resolution';
import type { Wrapping } from './wrappingOf';

/** A variable in an `.env` file of the workspace. */
export interface EnvFileOrigin {
	readonly kind: 'envFile';
	/** Relative to the workspace. */
	readonly path: string;
	readonly variable: TokenVariable;
}

/** Where a program that was started here finds a token by itself. */
export type AmbientOrigin =
	| Extract<TokenLocation, { kind: 'environment' | 'cli' }>
	/** The one that notebook kernels are started with. */
	| EnvFileOrigin
	/** The token of this window, which its terminals were given. */
	| { readonly kind: 'given' };

/** A token that programs find, for as long as it is compared. */
export interface AmbientToken {
	readonly origin: AmbientOrigin;
	readonly value: string;
}

/** What an `.env` file of the workspace holds. */
export interface EnvFileToken {
	readonly path: string;
	readonly variable: TokenVariable;
	readonly value: string;
	/** What stood around the value in the file, apart from what such a file may have there; absent where nothing did. */
	readonly wrappings?: readonly Wrapping[];
}

export interface AmbientSources {
	/** By variable; empty where it is not set. */
	readonly environment: Readonly<Record<TokenVariable, string>>;
	readonly cli: AmbientToken | undefined;
	/** False under `HF_HUB_DISABLE_IMPLICIT_TOKEN`: programs then use none that they are not told to. */
	readonly implicit: boolean;
}

/**
 * The token that a Python program takes by itself, in the order of `huggingface_hub`: the variables, then the command
 * line's file. What an `.env` file sets wins over the environment, as the Jupyter extension starts its kernels.
 */
export function ambientToken(
	{ environment, cli, implicit }: AmbientSources,
	envFile: readonly EnvFileToken[] = [],
): AmbientToken | undefined {
	if (!implicit) {
		return undefined;
	}
	for (const variable of TOKEN_VARIABLES) {
		const inFile = envFile.find(one => one.variable === variable);
		const value = inFile?.value ?? environment[variable];
		if (value !== '') {
			const origin: AmbientOrigin = inFile
				? { kind: 'envFile', path: inFile.path, variable }
				: { kind: 'environment', variable };
			return { origin, value };
		}
	}
	return cli;
}
