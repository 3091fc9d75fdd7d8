import type { TokenLocation, TokenReference } from './resolution';

/** Whether a token is the one that is referred to. The command line's is known by its place as well as by its name. */
export function sameOrigin(one: TokenLocation, other: TokenReference | undefined): boolean {
	switch (one.kind) {
		case 'vault':
			return other?.kind === 'vault' && one.id === other.id;
		case 'environment':
			return other?.kind === 'environment' && one.variable === other.variable;
		case 'cli':
			return other?.kind === 'cli' || (other?.kind === 'stored' && one.name === other.name);
		case 'stored':
			return other?.kind === 'stored' && one.name === other.name;
	}
}
