import type { TokenReference } from './resolution';

/** The place of a token as one word, which stays the same whatever token lies there. */
export function placeKey(place: TokenReference): string {
	switch (place.kind) {
		case 'vault':
			return `vault/${place.id}`;
		case 'environment':
			return `environment/${place.variable}`;
		case 'cli':
			return 'cli';
		case 'stored':
			return `stored/${encodeURIComponent(place.name)}`;
	}
}
