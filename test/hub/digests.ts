import { createHash } from 'node:crypto';

/** 40 hex digits. */
export function sha1(data: string | Uint8Array): string {
	return createHash('sha1').update(data).digest('hex');
}

/** 64 hex digits. */
export function sha256(data: string | Uint8Array): string {
	return createHash('sha256').update(data).digest('hex');
}

/** The id that git gives a file of these bytes, 40 hex digits. */
export function gitBlobId(content: Uint8Array): string {
	return createHash('sha1').update(`blob ${content.byteLength}\0`).update(content).digest('hex');
}

/** A database id as the Hub shows it (`_id`), 24 hex digits, always the same for one seed. */
export function objectId(seed: string): string {
	return sha1(`object:${seed}`).slice(0, 24);
}

/** A 32-bit FNV-1a hash: small, fast and the same on every machine. */
export function hash32(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) {
		hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	}
	return hash >>> 0;
}
