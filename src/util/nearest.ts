/** The words that a misspelt one is likely to stand for, the likeliest first. */
export function nearest(word: string, words: Iterable<string>, most = 3): readonly string[] {
	const asked = plain(word);
	const limit = Math.max(1, Math.floor(asked.length / 4));
	return [...words]
		.map(one => ({ one, distance: distanceOf(asked, plain(one)) }))
		.filter(({ distance }) => distance <= limit)
		.sort((a, b) => a.distance - b.distance)
		.slice(0, most)
		.map(({ one }) => one);
}

/** Case, blanks and the kind of dash make no difference. */
function plain(word: string): string {
	return word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** How many letters have to be put in, taken out, changed or swapped with the next one. */
function distanceOf(a: string, b: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			const changed = (last[j - 1] ?? 0) + (same ? 0 : 1);
			const swapped =
				i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
					? (beforeLast[j - 2] ?? 0) + 1
					: Infinity;
			row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed, swapped));
		}
		beforeLast = last;
		last = row;
	}
	return last[b.length] ?? 0;
}
