import type { Permission } from '../shared/permission';
import type { Remedy } from './remedy';

/** Opens the Hub's page filled in for exactly what is missing; `on` as for a `Need`. */
export function createTokenFor(permission: Permission, on?: string): Remedy {
	return {
		label: 'Create Token on the Hub',
		command: 'hfWorkbench.createToken',
		args: [{ permission, ...(on !== undefined && { on }) }],
	};
}
