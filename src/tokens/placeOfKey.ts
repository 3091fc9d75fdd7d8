import { TOKEN_VARIABLES, type TokenReference } from './resolution';

/** Where the token lies that a key (`originKey`) is of; nothing where the key is none of this version's. */
export function placeOfKey(key: string): TokenReference | undefined {
	// What is behind the place tells one token from the next that lies there.
	const [place = ''] = key.split('#', 1);
	const slash = place.indexOf('/');
	const rest = slash < 0 ? '' : place.slice(slash + 1);
	switch (slash < 0 ? place : place.slice(0, slash)) {
		case 'vault':
			return rest === '' ? undefined : { kind: 'vault', id: rest };
		case 'environment': {
			const variable = TOKEN_VARIABLES.find(one => one === rest);
			return variable && { kind: 'environment', variable };
		}
		case 'cli':
			return slash < 0 ? { kind: 'cli' } : undefined;
		case 'stored': {
			const name = decoded(rest);
			return name === undefined || name === '' ? undefined : { kind: 'stored', name };
		}
		default:
			return undefined;
	}
}

function decoded(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}
