import { createHash } from 'node:crypto';
import type { Credential } from './credential';

/** Tells one token from another without being one. */
export function callerKey(credential: Credential | undefined): string {
	return credential === undefined
		? 'anonymous'
		: createHash('sha256').update(credential.value).digest('base64url');
}
