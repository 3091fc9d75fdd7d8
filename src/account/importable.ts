import type { EnvFileToken } from '../tokens/ambientToken';
import type { TokenVariable } from '../tokens/resolution';

/** A token that can be copied into the vault, for as long as the import takes. */
export interface Importable {
	readonly value: string;
	readonly variable: TokenVariable;
	/** Where it was found, as part of a sentence: `the environment`, `.env`. */
	readonly places: readonly string[];
	/** The files among those, relative to the workspace. */
	readonly files: readonly string[];
}

/** What was found, each value once with all its places. */
export function importable(
	environment: ReadonlyArray<{ readonly variable: TokenVariable; readonly value: string }>,
	envFiles: readonly EnvFileToken[],
): readonly Importable[] {
	const found = new Map<string, Importable>();
	const add = (value: string, variable: TokenVariable, place: string, file: string | undefined) => {
		const before = found.get(value);
		found.set(value, {
			value,
			variable: before?.variable ?? variable,
			places: [...(before?.places ?? []), place],
			files: [...(before?.files ?? []), ...(file === undefined ? [] : [file])],
		});
	};
	for (const { variable, value } of environment) {
		add(value, variable, 'the environment', undefined);
	}
	for (const { variable, value, path } of envFiles) {
		add(value, variable, path, path);
	}
	return [...found.values()];
}
