import type { Permission } from '../shared/permission';
import type { Credential } from './credential';
import type { Asked } from './problemOfAnswer';

/** What was asked, with which token: as much of it as an answer's meaning depends on, and never the value. */
export function askedWith(credential: Credential | undefined, permission: Permission): Asked {
	return {
		permission,
		signedIn: credential !== undefined,
		...(credential?.name && { tokenName: credential.name }),
		...(credential?.key !== undefined && { tokenKey: credential.key }),
		...(credential?.missesPrivate && { missesPrivate: true }),
	};
}
