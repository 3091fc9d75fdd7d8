/** How far a search in the files of a repo has come. */
export interface Searched {
	readonly isLoading: boolean;
	/** Files whose text has been looked through. */
	readonly texts: number;
	/** Files that were listed and are not looked through. */
	readonly skipped: number;
	/** Whether the repo has more files than are listed. */
	readonly isCut: boolean;
}

/** The row of a search that has found nothing: for good, or in what has been fetched so far. */
export function noMatchRow({ isLoading, texts, skipped, isCut }: Searched): {
	readonly label: string;
	readonly description: string;
} {
	if (isLoading) {
		return { label: 'No line matches yet.', description: `${texts} text files searched so far` };
	}
	const leftOut = [
		...(skipped > 0 ? [`${skipped} others left out`] : []),
		...(isCut ? ['the repo has more files than are listed'] : []),
	];
	return {
		label: 'No line matches.',
		description: leftOut.length > 0 ? [`${texts} text files searched`, ...leftOut].join(', ') : '',
	};
}
