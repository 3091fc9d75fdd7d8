import type { StoredSection } from './parseStoredTokens';

/** The text of a `stored_tokens` file as the `hf` command line writes it: sections by name, every field on its line. */
export function formatStoredTokens(sections: readonly StoredSection[]): string {
	return [...sections]
		.sort((one, other) => (one.name < other.name ? -1 : 1))
		.map(({ name, fields }) => {
			const lines = [...fields].map(([key, value]) => `${key} = ${value.replaceAll('\n', '\n\t')}`);
			return [`[${name}]`, ...lines, '', ''].join('\n');
		})
		.join('');
}
