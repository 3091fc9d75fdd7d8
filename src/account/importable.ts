import type { EnvFileToken } from '../tokens/ambientToken';
import type { TokenVariable } from '../tokens/resolution';
import type { SourceFacts } from '../tokens/sourceFacts';
import { formatMessage } from './formatMessage';
import { formatWords } from './formatWords';

/** A token that can be copied into the vault, for as long as the import takes. */
export interface Importable {
	readonly value: string;
	readonly variable: TokenVariable;
	/** Where it was found, as part of a sentence: `the environment`, `.env`. */
	readonly places: readonly string[];
	/** The files among those, relative to the workspace. */
	readonly files: readonly string[];
	/** What is wrong with its shape, as a sentence: it is shown, and not imported. */
	readonly wrong?: string;
}

/**
 * What was found, each value once with all its places. `facts` are those of the sources: nobody is given a variable's value that
 * is no access token, and it is named all the same.
 */
export function importable(
	environment: ReadonlyArray<{ readonly variable: TokenVariable; readonly value: string }>,
	envFiles: readonly EnvFileToken[],
	facts: readonly SourceFacts[] = [],
): readonly Importable[] {
	const found = new Map<string, Importable>();
	const add = (value: string, variable: TokenVariable, place: string, file: string | undefined) => {
		const before = found.get(value);
		const wrong = formatMessage(value);
		found.set(value, {
			value,
			variable: before?.variable ?? variable,
			places: [...(before?.places ?? []), place],
			files: [...(before?.files ?? []), ...(file === undefined ? [] : [file])],
			...(wrong !== undefined && { wrong }),
		});
	};
	for (const { variable, value } of environment) {
		add(value, variable, 'the environment', undefined);
	}
	for (const { variable, value, path } of envFiles) {
		add(value, variable, path, path);
	}
	return [...found.values(), ...facts.flatMap(malformed)];
}

function malformed({ origin, format }: SourceFacts): readonly Importable[] {
	const wrong = format === 'empty' ? undefined : formatWords(format);
	return origin.kind === 'environment' && wrong !== undefined
		? [{ value: '', variable: origin.variable, places: ['the environment'], files: [], wrong }]
		: [];
}
