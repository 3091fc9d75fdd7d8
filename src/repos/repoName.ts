/** Why a text cannot be a repo's name, in the Hub's own rules; nothing where it can. */
export function repoNameProblem(name: string): string | undefined {
	if (!/^[\w.-]*$/.test(name)) {
		return 'Letters, digits, dots, dashes and underscores only.';
	}
	if (/^[.-]|[.-]$|--|\.\./.test(name)) {
		return 'No dash or dot at either end, and no two of them in a row.';
	}
	if (name.endsWith('.git') || name.endsWith('.ipynb')) {
		return 'Not with .git or .ipynb at its end.';
	}
	return name.length > 96 ? '96 characters at most.' : undefined;
}
