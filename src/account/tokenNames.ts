import { uniqueName } from '../tokens/uniqueName';

/** Longer ones do not fit a row of the sidebar. */
const LONGEST = 60;

/** A name to suggest: the one that is wanted, tidied, and unlike all others. */
export function suggestedName(wanted: string, taken: readonly string[]): string {
	const tidy = wanted
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, LONGEST - 5)
		.trim();
	return uniqueName(tidy || 'token', taken);
}

/** What is wrong with a name, as a sentence; nothing if it is good. */
export function nameProblem(name: string, taken: readonly string[]): string | undefined {
	const trimmed = name.trim();
	if (trimmed === '') {
		return 'A name is needed to tell the tokens apart.';
	}
	if (trimmed.length > LONGEST) {
		return `The name is too long: at most ${LONGEST} characters.`;
	}
	if (/hf_\w{8,}/.test(trimmed)) {
		return 'This looks like a token’s value. Names are shown, so choose another one.';
	}
	return isTaken(trimmed, taken) ? `Another token is called “${trimmed}” already.` : undefined;
}

function isTaken(name: string, taken: readonly string[]): boolean {
	const folded = name.toLowerCase();
	return taken.some(other => other.trim().toLowerCase() === folded);
}
