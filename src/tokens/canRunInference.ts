import { permissionsOf } from './permissionsOf';
import type { TokenRecord } from './tokenRecord';

/** Whether a token may call Inference Providers; one whose facts do not tell is given the benefit of the doubt. */
export function canRunInference(rights: Pick<TokenRecord, 'role' | 'scopes'>): boolean {
	return permissionsOf(rights)?.has('inference') ?? true;
}
