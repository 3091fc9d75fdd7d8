/** What no name of a branch or tag has, by git's rules. */
const NOT_IN_NAMES = /[\s~^:?*[\\\u0000-\u0020\u007f]|\.\.|\/\/|@\{/;
const NOT_AROUND_NAMES = /^[-/.]|[/.]$|\.lock$/;
const LONGEST = 200;

/** The revision that a typed text names, a branch, a tag or a commit by its first digits; nothing for what can be none. */
export function typedRevision(text: string): string | undefined {
	const name = text.trim();
	return name === '' || name.length > LONGEST || NOT_IN_NAMES.test(name) || NOT_AROUND_NAMES.test(name)
		? undefined
		: name;
}
