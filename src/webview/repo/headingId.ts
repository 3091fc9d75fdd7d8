/** The id of a card's heading in the page, which no id of the page's own begins like. */
export function headingId(slug: string): string {
	return `card-heading-${slug}`;
}
