import type { TokenOrigin } from './resolution';

/** Whether two origins are the same token. */
export function sameOrigin(one: TokenOrigin, other: TokenOrigin | undefined): boolean {
	switch (one.kind) {
		case 'vault':
			return other?.kind === 'vault' && one.id === other.id;
		case 'environment':
			return other?.kind === 'environment' && one.variable === other.variable;
		case 'cli':
			return other?.kind === 'cli';
	}
}
