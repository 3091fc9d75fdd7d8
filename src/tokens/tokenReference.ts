import { isRecord } from '../util/isRecord';
import { TOKEN_VARIABLES, type TokenReference } from './resolution';

/** What is kept of a token's origin: only what finds it again. */
export function referenceTo(origin: TokenReference): TokenReference {
	switch (origin.kind) {
		case 'vault':
			return { kind: 'vault', id: origin.id };
		case 'environment':
			return { kind: 'environment', variable: origin.variable };
		case 'cli':
			return { kind: 'cli' };
		case 'stored':
			return { kind: 'stored', name: origin.name };
	}
}

/** Reads a reference from the editor's storage or a row. A bare string is a token of the vault, as older versions kept it. */
export function readReference(value: unknown): TokenReference | undefined {
	if (typeof value === 'string') {
		return { kind: 'vault', id: value };
	}
	if (!isRecord(value)) {
		return undefined;
	}
	const { kind, id, name, variable } = value;
	const known = TOKEN_VARIABLES.find(one => one === variable);
	switch (kind) {
		case 'vault':
			return typeof id === 'string' ? { kind, id } : undefined;
		case 'environment':
			return known && { kind, variable: known };
		case 'cli':
			return { kind };
		case 'stored':
			return typeof name === 'string' ? { kind, name } : undefined;
		default:
			return undefined;
	}
}
