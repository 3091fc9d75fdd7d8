/** Where a key of a vertical list leads to from `index` (-1: not yet in it), or `undefined` for other keys. */
export function nextIndex(key: string, index: number, length: number): number | undefined {
	switch (key) {
		case 'ArrowDown':
			return Math.min(index + 1, length - 1);
		case 'ArrowUp':
			return Math.max(index - 1, 0);
		case 'Home':
			return 0;
		case 'End':
			return length - 1;
		default:
			return undefined;
	}
}
