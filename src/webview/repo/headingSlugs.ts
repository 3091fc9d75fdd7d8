/** What links call headings by, as on the Hub: small letters, hyphens for blanks, and a number where a name comes again. */
export function headingSlugs(headings: readonly string[]): readonly string[] {
	const taken = new Set<string>();
	/** The number to go on from, so that a name which comes ten thousand times is not counted from one each time. */
	const counts = new Map<string, number>();
	return headings.map(heading => {
		const name = heading
			.trim()
			.toLowerCase()
			.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
			.replaceAll(' ', '-');
		let count = counts.get(name) ?? 0;
		let slug = numbered(name, count);
		while (taken.has(slug)) {
			slug = numbered(name, ++count);
		}
		counts.set(name, count + 1);
		taken.add(slug);
		return slug;
	});
}

function numbered(name: string, count: number): string {
	return count === 0 ? name : `${name}-${count}`;
}
