import { createHash, type Hash } from 'node:crypto';
import type { HashName } from './threadMessages';

/** The hash of a content of `size` bytes. Git hashes a header before the content, in which its size is. */
export function startHash(name: HashName, size: number): Hash {
	return name === 'sha256' ? createHash('sha256') : createHash('sha1').update(`blob ${size}\0`);
}
