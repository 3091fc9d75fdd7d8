import type { Search } from './search';
import { searchWords } from './searchQuery';

/** A search as the head of a section: what was typed, and beside it what it is narrowed to. */
export function searchLook(search: Search): {
	readonly label: string;
	readonly icon: string;
	readonly description?: string;
} {
	const text = search.text.trim();
	const words = searchWords(search);
	return {
		label: text === '' ? 'Search' : `“${text}”`,
		icon: 'search',
		...(words.length === 0 ? {} : { description: words.join(' · ') }),
	};
}
