import { SECRET_PATTERNS } from './secretPatterns';

/** Longer than what any secret looks like, so that one over the border of two pieces is seen. */
const OVERLAP = 512;
/** Where a byte without a meaning in text is looked for. */
const BEGINNING = 8 * 1024;
/** Bytes of a file that is no text in which secrets are looked for all the same. */
const BINARY_BYTES = 1024 * 1024;

/** Looks for secrets in a file that comes piece by piece: through all of a text, and through the beginning of what is none. */
export class SecretScan {
	/** What kind of secret there seems to be, in words. */
	found: string | undefined;
	private left: number | undefined;
	private tail = '';

	take(bytes: Buffer): void {
		this.left ??= bytes.subarray(0, BEGINNING).includes(0) ? BINARY_BYTES : Infinity;
		if (this.found !== undefined || this.left <= 0) {
			return;
		}
		const text = this.tail + bytes.toString('latin1', 0, Math.min(bytes.length, this.left));
		this.left -= bytes.length;
		this.tail = text.slice(-OVERLAP);
		this.found = SECRET_PATTERNS.find(([, pattern]) => pattern.test(text))?.[0];
	}
}
