import type { TokenReference } from './resolution';

/** A token by where it lies, as one word: what consents are kept under. It stays the same when the value changes. */
export function originKey(origin: TokenReference): string {
	switch (origin.kind) {
		case 'vault':
			return vaultKey(origin.id);
		case 'environment':
			return `environment/${origin.variable}`;
		case 'cli':
			return 'cli';
		case 'stored':
			return `stored/${encodeURIComponent(origin.name)}`;
	}
}

export function vaultKey(id: string): string {
	return `vault/${id}`;
}
