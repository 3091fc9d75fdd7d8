/** What links call headings by, as on the Hub: small letters, hyphens for blanks, and a number where a name comes again. */
export function headingSlugs(headings: readonly string[]): readonly string[] {
	const taken = new Set<string>();
	return headings.map(heading => {
		const name = heading
			.trim()
			.toLowerCase()
			.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
			.replaceAll(' ', '-');
		let slug = name;
		for (let count = 1; taken.has(slug); count++) {
			slug = `${name}-${count}`;
		}
		taken.add(slug);
		return slug;
	});
}
