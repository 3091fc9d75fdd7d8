/** Nothing that the Hub would take for a text. */
export function weights(length: number): Buffer {
	return Buffer.alloc(length, '\0weights');
}
